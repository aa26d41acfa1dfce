//! Killing a record's encryption, the change of its passphrase or code, and its decryption, at random
//! moments, and looking whether all is as it was or all is new.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

use holdfast_app::App;
use holdfast_dice::Dice;
use holdfast_domain::Sha256;
use holdfast_store::{Key, OpenError, Plain, RecoveryCode, Secret, Store, StoreError};
use sha2::Digest as _;

use crate::hand::{self, Manner};
use crate::said::Said;
use crate::tally::Tally;
use crate::turning::{self, Deed};
use crate::witness::{self, Look, Owed};
use crate::{kills, trace};

/// After so many kills a new record is begun.
const OF_ONE_RECORD: usize = 20;

/// How often a record is used before anything is done about its protection.
const STEPS: usize = 30;

/// A kill falls at the latest two to this power microseconds after what it waits for.
const LATEST: usize = 19;

/// The same where it waits for nothing, and the key has to be derived first.
const LATEST_OF_ALL: usize = 22;

/// How often one looks whether what a kill waits for is there.
const GLANCE: Duration = Duration::from_micros(20);

/// Kills `times` times.
pub(crate) fn run(times: usize, seed: u64) -> Result<Tally, String> {
    let start = Instant::now();
    let mut tally = Tally::of(
        "killed (SIGKILL) while encrypting, changing the passphrase, a new code, decrypting",
    );
    let mut dice = Dice::new(seed);
    let mut ends = Ends::default();
    while tally.times < times {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let mut victim = Victim::new(folder.path(), dice.roll())?;
        tally.acknowledged += victim.owed.changes();
        let last = times.min(tally.times + OF_ONE_RECORD);
        while tally.times < last {
            let deed = victim.next(&mut dice);
            let end = victim.suffer(&deed, &mut dice)?;
            ends.count(&deed, &end);
            let when = format!("kill {}, {}", tally.times + 1, deed.name());
            if end.is_killed {
                tally.count(&end.look, &when);
            } else {
                tally.take(&end.look, &when);
            }
            // What is there is not what is known of it any more.
            if !end.look.unsound.is_empty() {
                break;
            }
        }
    }
    tally.notes = ends.told();
    tally.took = start.elapsed();
    Ok(tally)
}

/// How often each deed ended how.
#[derive(Default)]
struct Ends(BTreeMap<&'static str, [usize; 3]>);

impl Ends {
    fn count(&mut self, deed: &Deed, end: &End) {
        let place = match (end.is_killed, end.is_new) {
            (true, false) => 0,
            (true, true) => 1,
            (false, _) => 2,
        };
        self.0.entry(deed.name()).or_default()[place] += 1;
    }

    fn told(&self) -> Vec<String> {
        let told = |(deed, [old, new, done]): (&&str, &[usize; 3])| {
            format!(
                "  {deed}: killed and all old {old}, killed and all new {new}; {done} came to their \
                 end first"
            )
        };
        self.0.iter().map(told).collect()
    }
}

/// How a deed ended.
struct End {
    is_killed: bool,
    /// Whether what was found is what was to be.
    is_new: bool,
    look: Look,
}

/// A record whose protection is changed.
struct Victim {
    path: PathBuf,
    owed: Owed,
    /// All that stands in it.
    sum: Sha256,
    /// What opens it, where it is encrypted.
    held: Option<Held>,
}

/// What opens an encrypted record.
#[derive(Debug, Clone)]
struct Held {
    passphrase: String,
    /// The recovery code, where it was said before the program was killed.
    code: Option<String>,
}

impl Victim {
    /// A record that was used, with a backup.
    fn new(folder: &Path, seed: u64) -> Result<Self, String> {
        let path = folder.join("home.db");
        let mut owed = Owed::default();
        let output = trace::run(&mut kills::hand(&path, seed, STEPS, Manner::Plain)?)?;
        Said::read_all(&output).iter().for_each(|said| owed.note(said));
        let failed = |error: &dyn std::fmt::Debug| format!("{error:?}");
        let app = App::open(&path, hand::clock()).map_err(|error| failed(&error))?;
        app.back_up_now().map_err(|error| failed(&error))?;
        drop(app);
        let store = witness::open(&path, None).map_err(|error| failed(&error))?;
        let sum = sum(&store).map_err(|error| failed(&error))?;
        Ok(Self { path, owed, sum, held: None })
    }

    /// What is done next.
    fn next(&self, dice: &mut Dice) -> Deed {
        let new = format!("seven calm herons {}", dice.roll());
        let Some(Held { passphrase: current, .. }) = self.held.clone() else {
            return Deed::Encrypt { new };
        };
        match dice.below(4) {
            0 => Deed::Change { current, new },
            1 => Deed::NewCode { current },
            _ => Deed::Decrypt { current },
        }
    }

    /// Does it in a process that is killed, and looks at what is left.
    fn suffer(&mut self, deed: &Deed, dice: &mut Dice) -> Result<End, String> {
        let failed = |error: std::io::Error| error.to_string();
        let mut command = kills::own("turn", &self.path)?;
        let mut child = command.args(deed.words()).spawn().map_err(failed)?;
        self.wait(deed, &mut child, dice)?;
        let mut output = String::new();
        let errors = kills::end(&mut child)?;
        child.stdout.take().ok_or("no output")?.read_to_string(&mut output).map_err(failed)?;
        let code = turning::done(&output);
        let mut end = End {
            is_killed: !child.wait().map_err(failed)?.success(),
            is_new: false,
            look: Look::default(),
        };
        match self.found(deed, code) {
            Ok((is_new, held, store)) => {
                end.is_new = is_new;
                end.look = self.look(store);
                self.held = held;
            }
            Err(complaint) => end.look = Look::unsound(complaint),
        }
        if !errors.is_empty() {
            end.look.unsound.push(format!("it said: {errors}"));
        }
        Ok(end)
    }

    /// Waits for the moment of the kill: anywhere, while new files are built, or while they take their
    /// places. Short times are as likely as long ones.
    fn wait(&self, deed: &Deed, child: &mut Child, dice: &mut Dice) -> Result<(), String> {
        let (building, counting) = match deed {
            Deed::Encrypt { .. } | Deed::Decrypt { .. } => ("-turn", "-turning"),
            Deed::Change { .. } | Deed::NewCode { .. } => ("-key-new", "-key-new"),
        };
        let awaited = match dice.below(10) {
            0 => None,
            1..=4 => Some(building),
            _ => Some(counting),
        };
        let latest = if awaited.is_some() { LATEST } else { LATEST_OF_ALL };
        if let Some(suffix) = awaited {
            let awaited = PathBuf::from(format!("{}{suffix}", self.path.display()));
            let has_ended = |child: &mut Child| child.try_wait().map_err(|it| it.to_string());
            while !awaited.exists() && has_ended(child)?.is_none() {
                sleep(GLANCE);
            }
        }
        let most = 1_u64 << dice.below(latest + 1);
        sleep(Duration::from_micros(dice.roll() % most));
        Ok(())
    }

    /// Opens what is left as the next start does, with what opened it before or is to open it now.
    /// Says whether that is new, and what opens it from now on.
    fn found(
        &self,
        deed: &Deed,
        done: Option<&str>,
    ) -> Result<(bool, Option<Held>, Store), String> {
        let said = |error: OpenError| format!("it does not open: {error}");
        match witness::open(&self.path, None) {
            Ok(store) => {
                let is_new = matches!(deed, Deed::Decrypt { .. });
                if self.held.is_some() != is_new || done.is_some() && !is_new {
                    return Err("it is not encrypted, and nobody wanted that".to_owned());
                }
                Ok((is_new, None, store))
            }
            Err(OpenError::Locked { .. }) => {
                let (is_new, held, key) = self.unlocked(deed, done)?;
                let store = witness::open(&self.path, Some(&key)).map_err(said)?;
                Ok((is_new, Some(held), store))
            }
            Err(error) => Err(said(error)),
        }
    }

    /// Finds out what opens an encrypted record; whatever else ever did must not.
    fn unlocked(&self, deed: &Deed, done: Option<&str>) -> Result<(bool, Held, Key), String> {
        let by = |passphrase: &str| App::unlock(&self.path, passphrase).ok();
        let said = |code: &str| Some(code.to_owned()).filter(|code| !code.is_empty());
        match (deed, &self.held) {
            (Deed::Encrypt { new }, None) => {
                let key = by(new).ok_or("the new passphrase does not open it")?;
                let code = done.and_then(said);
                self.check_code(code.as_deref(), &key)?;
                Ok((true, Held { passphrase: new.clone(), code }, key))
            }
            (Deed::Change { current, new }, Some(held)) => match (by(current), by(new)) {
                (None, Some(key)) => {
                    Ok((true, Held { passphrase: new.clone(), ..held.clone() }, key))
                }
                (Some(key), None) if done.is_none() => Ok((false, held.clone(), key)),
                (old, new) => {
                    let opens =
                        |key: Option<Key>| if key.is_some() { "opens" } else { "does not open" };
                    Err(format!("the old passphrase {}, the new one {}", opens(old), opens(new)))
                }
            },
            (Deed::NewCode { current }, Some(held)) => {
                let key = by(current).ok_or("the passphrase does not open it")?;
                let new = done.and_then(said);
                self.check_code(new.as_deref(), &key)?;
                let old_opens = held.code.as_deref().map(|code| self.by_code(code).is_some());
                if new.is_some() && old_opens == Some(true) {
                    return Err("the old code opens it as well as the new one".to_owned());
                }
                let is_new = old_opens != Some(true);
                let code = if is_new { new } else { held.code.clone() };
                Ok((is_new, Held { code, ..held.clone() }, key))
            }
            (Deed::Decrypt { current }, Some(held)) if done.is_none() => {
                let key = by(current).ok_or("the passphrase does not open it")?;
                self.check_code(held.code.as_deref(), &key)?;
                Ok((false, held.clone(), key))
            }
            _ => Err("it is encrypted, and nobody wanted that".to_owned()),
        }
    }

    fn by_code(&self, code: &str) -> Option<Key> {
        Store::unlock(&self.path, &Secret::Code(RecoveryCode::read(code).ok()?)).ok()
    }

    /// That the code opens the record too, where it is known.
    fn check_code(&self, code: Option<&str>, key: &Key) -> Result<(), String> {
        match code.map(|code| self.by_code(code)) {
            Some(found) if found.as_ref() != Some(key) => {
                Err("the recovery code does not open it".to_owned())
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Looks at all of it: what was acknowledged, every row, the backups, and what lies beside it.
    fn look(&self, store: Store) -> Look {
        let mut unsound = Vec::new();
        match sum(&store) {
            Ok(sum) if sum == self.sum => {}
            Ok(_) => unsound.push("its rows are not those of before".to_owned()),
            Err(error) => unsound.push(format!("it cannot be read: {error}")),
        }
        let backups = store.backups();
        if backups.is_empty() {
            unsound.push("its backups are gone".to_owned());
        }
        for backup in backups {
            if let Err(error) = backup.check() {
                unsound.push(format!("the backup {}: {error}", backup.name));
            }
        }
        let mut look = self.owed.look_at(store);
        look.unsound.extend(unsound);
        look
    }
}

/// A sum of all rows of the record.
fn sum(store: &Store) -> Result<Sha256, StoreError> {
    let mut hash = sha2::Sha256::new();
    store.read(|reader| {
        for table in reader.plain_tables()? {
            hash.update(format!("{table:?}\n"));
            reader.plain_rows(&table, |row: &[Plain]| {
                hash.update(format!("{row:?}\n"));
                Ok::<_, StoreError>(())
            })?;
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(Sha256(hash.finalize().into()))
}
