//! Looking whether all that was acknowledged is there, and whether all that is there is sound.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use holdfast_domain::{ActionId, Sha256};
use holdfast_store::{Key, OpenError, Opening, Passphrase, Reader, Secret, Store, StoreError};

use crate::hand::PASSPHRASE;
use crate::left_over;
use crate::said::Said;

/// What a record owes: everything that was acknowledged, however often it was closed in between.
#[derive(Debug, Clone, Default)]
pub(crate) struct Owed {
    actions: BTreeSet<String>,
    originals: BTreeSet<String>,
    /// Each form as it was last acknowledged, and as it may have been kept since without a word.
    forms: BTreeMap<String, Form>,
    /// Whether somebody had begun to encrypt it, and whether that was acknowledged.
    sealing: bool,
    sealed: bool,
    /// Whether it was acknowledged as decrypted after that.
    unsealed: bool,
    /// Its key, once it was derived: that of a record never changes, and deriving takes a while.
    key: Option<Key>,
}

/// Opens the record as a start does.
pub(crate) fn open(path: &Path, key: Option<&Key>) -> Result<Store, OpenError> {
    let opening = Opening { now: crate::hand::now(), device: "witness".into(), key: key.cloned() };
    Store::open(path, &opening)
}

#[derive(Debug, Clone, Default)]
struct Form {
    kept: Option<String>,
    begun: Vec<String>,
}

/// What a look found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Look {
    /// What was acknowledged and is not there.
    pub(crate) lost: Vec<String>,
    /// What is there and is not sound.
    pub(crate) unsound: Vec<String>,
}

impl Look {
    /// A look that saw nothing but this.
    pub(crate) fn unsound(complaint: String) -> Self {
        Self { lost: Vec::new(), unsound: vec![complaint] }
    }
}

impl Owed {
    /// Takes note of what the hand said.
    pub(crate) fn note(&mut self, said: &Said) {
        match said {
            Said::Action(id) => {
                self.actions.insert(id.clone());
            }
            Said::Original(sha256) => {
                self.originals.insert(sha256.clone());
            }
            Said::Typing(key, text) => {
                self.forms.entry(key.clone()).or_default().begun.push(text.clone());
            }
            Said::Typed(key, text) => {
                let form = Form { kept: Some(text.clone()), begun: Vec::new() };
                self.forms.insert(key.clone(), form);
            }
            Said::Sealing => self.sealing = true,
            Said::Sealed => self.sealed = true,
            Said::Unsealing => self.sealed = false,
            Said::Unsealed => self.unsealed = true,
            Said::Opened | Said::Refused(_) | Said::Finished => {}
        }
    }

    /// How many changes were acknowledged.
    pub(crate) fn changes(&self) -> usize {
        self.actions.len() + self.originals.len() + self.forms.len()
    }

    /// Derives the key of the record that all of this is about.
    pub(crate) fn unlock(&mut self, path: &Path) -> Result<(), String> {
        let secret = Secret::Passphrase(Passphrase::new(PASSPHRASE));
        self.key = Some(Store::unlock(path, &secret).map_err(|error| error.to_string())?);
        Ok(())
    }

    /// Opens the record at `path` as the next start does, and looks at all of it.
    pub(crate) fn look(&mut self, path: &Path) -> Look {
        match self.opened(path) {
            Ok(store) => self.look_at(store),
            Err(error) => Look::unsound(format!("it does not open: {error}")),
        }
    }

    /// Looks at all of a record that was opened.
    pub(crate) fn look_at(&self, store: Store) -> Look {
        let (path, is_sealed) = (store.path().to_owned(), store.key().is_some());
        let mut look = match self.compare(&store) {
            Ok(look) => look,
            Err(error) => Look::unsound(format!("it cannot be read: {error}")),
        };
        // What it works with while it is open goes with that.
        drop(store);
        look.unsound.extend(left_over::complaints(&path, is_sealed));
        look
    }

    fn opened(&mut self, path: &Path) -> Result<Store, String> {
        let store = match open(path, self.key.as_ref()) {
            Err(OpenError::Locked { .. }) if self.sealing && self.key.is_none() => {
                self.unlock(path)?;
                open(path, self.key.as_ref())
            }
            opened => opened,
        };
        let store = store.map_err(|error| error.to_string())?;
        if self.sealed && store.key().is_none() {
            return Err("it is not encrypted, which was acknowledged".to_owned());
        }
        if self.unsealed && store.key().is_some() {
            return Err("it is not decrypted, which was acknowledged".to_owned());
        }
        Ok(store)
    }

    fn compare(&self, store: &Store) -> Result<Look, StoreError> {
        let mut look = Look::default();
        store.read(|reader| self.find_all(reader, &mut look.lost))?;
        for name in &self.originals {
            let Ok(sha256) = name.parse::<Sha256>() else { continue };
            if let Err(error) = store.read_original(sha256, std::io::sink()) {
                look.lost.push(format!("the original {name}: {error}"));
            }
        }
        look.unsound.extend(store.verify()?.iter().map(|finding| format!("{finding:?}")));
        Ok(look)
    }

    fn find_all(&self, reader: &Reader, lost: &mut Vec<String>) -> Result<(), StoreError> {
        for id in &self.actions {
            let known: Option<ActionId> = id.parse().ok();
            let found = known.map(|id| reader.action(id)).transpose()?.flatten();
            if found.is_none() {
                lost.push(format!("the action {id}"));
            }
        }
        for (key, form) in &self.forms {
            let found = reader.draft(key)?.map(|draft| draft.text);
            let may_be =
                found == form.kept || form.begun.iter().any(|it| found.as_ref() == Some(it));
            if !may_be {
                lost.push(format!("the form {key} as {:?}, not {found:?}", form.kept));
            }
        }
        Ok(())
    }
}
