//! Taking from the machine's fonts what the shipped ones lack.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use parley::fontique::Blob;
use parley::{FontFamily, FontFamilyName};

use super::installed::{FontFile, Installed};
use super::{Fallback, Fonts, Region, shipped};

/// The fonts of the machine and what was found among them.
pub(super) struct Borrowed {
    fallback: Fallback,
    installed: Option<Arc<Installed>>,
    /// The family for each character that was looked for.
    by_char: HashMap<(char, Region), Option<usize>>,
    /// Which families are registered in which weight, and which cannot be used.
    registered: HashMap<(usize, bool), bool>,
}

impl Borrowed {
    pub(super) fn of(fallback: Fallback) -> Self {
        Self { fallback, installed: None, by_char: HashMap::new(), registered: HashMap::new() }
    }

    /// The fonts of the machine, which are looked for when they are first needed.
    fn installed(&mut self) -> Option<Arc<Installed>> {
        let found = match &self.fallback {
            Fallback::Nothing => return None,
            Fallback::System => Installed::on_the_machine,
            Fallback::Folder(folder) => {
                let of_folder = || Arc::new(Installed::in_folder(folder));
                return Some(Arc::clone(self.installed.get_or_insert_with(of_folder)));
            }
        };
        Some(Arc::clone(self.installed.get_or_insert_with(found)))
    }
}

/// The families of the machine that a text is set with besides the shipped ones.
#[derive(Debug, Clone)]
pub(crate) struct Stack {
    is_strong: bool,
    region: Region,
    /// By number, in the order in which they are asked for a character.
    families: Vec<usize>,
    /// Clusters that were looked for after all characters of the text had been.
    asked: HashSet<Box<str>>,
}

impl Stack {
    /// No families yet.
    pub(crate) fn new(is_strong: bool, region: Region) -> Self {
        Self { is_strong, region, families: Vec::new(), asked: HashSet::new() }
    }

    /// What parley is to be asked for, the shipped families first.
    pub(crate) fn names(&self) -> FontFamily<'static> {
        if self.families.is_empty() {
            return FontFamily::List(Cow::Borrowed(&shipped::FAMILIES));
        }
        let names = self.families.iter().map(|family| name(*family, self.is_strong));
        let names = names.map(|name| FontFamilyName::Named(Cow::Owned(name)));
        FontFamily::List(shipped::FAMILIES.iter().cloned().chain(names).collect())
    }

    /// Adds a family at its place in the order.
    fn add(&mut self, family: usize, installed: &Installed) {
        let place = installed.place(family, self.region);
        let at = self.families.partition_point(|it| installed.place(*it, self.region) < place);
        self.families.insert(at, family);
    }
}

impl Fonts {
    /// Adds to a stack the best family for each character of a text that the shipped fonts lack.
    pub(crate) fn provide(&mut self, text: &str, stack: &mut Stack) {
        if text.is_ascii() {
            return;
        }
        for c in text.chars().filter(|c| !c.is_ascii() && !shipped::have(*c)) {
            let key = (c, stack.region);
            let family = match self.borrowed.by_char.get(&key) {
                Some(known) => *known,
                None => {
                    let found = self.look_for(c.encode_utf8(&mut [0; 4]), stack, &[]);
                    self.borrowed.by_char.insert(key, found);
                    found
                }
            };
            self.add(family, c.encode_utf8(&mut [0; 4]), stack);
        }
    }

    /// Looks once for a family that has the whole of a cluster, of which the stack's families lack
    /// a part. Whether there is one more now.
    pub(crate) fn supply(&mut self, cluster: &str, stack: &mut Stack) -> bool {
        if !stack.asked.insert(cluster.into()) {
            return false;
        }
        let before = stack.families.len();
        let family = self.look_for(cluster, stack, &stack.families);
        self.add(family, cluster, stack);
        stack.families.len() > before
    }

    /// The best family that can draw a text, apart from some.
    fn look_for(&mut self, text: &str, stack: &Stack, without: &[usize]) -> Option<usize> {
        let installed = self.borrowed.installed()?;
        let mut families = installed.having(text, stack.region);
        families.find(|family| {
            !without.contains(family) && self.borrow(&installed, *family, text, stack.is_strong)
        })
    }

    /// Adds a family to a stack in the stack's weight.
    fn add(&mut self, family: Option<usize>, text: &str, stack: &mut Stack) {
        let Some(family) = family.filter(|family| !stack.families.contains(family)) else { return };
        let Some(installed) = self.borrowed.installed() else { return };
        if self.borrow(&installed, family, text, stack.is_strong) {
            stack.add(family, &installed);
        }
    }

    /// Registers a family of the machine in one weight, unless it is; whether it can be used.
    fn borrow(&mut self, from: &Installed, family: usize, text: &str, is_strong: bool) -> bool {
        if let Some(is_usable) = self.borrowed.registered.get(&(family, is_strong)) {
            return *is_usable;
        }
        let is_usable = from.load(family, text, is_strong).is_some_and(|file| {
            let FontFile { bytes, name: postscript, weight, instance } = file;
            let under = name(family, is_strong);
            self.register(Blob::new(Arc::new(bytes)), postscript, &under, weight, instance)
        });
        self.borrowed.registered.insert((family, is_strong), is_usable);
        is_usable
    }
}

/// The name that a family of the machine is registered under, each weight by itself.
fn name(family: usize, is_strong: bool) -> String {
    format!("Holdfast Borrowed {family} {}", if is_strong { "Strong" } else { "Regular" })
}
