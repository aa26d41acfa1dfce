//! One change of a record's protection, in a process of its own, which is killed on the way.

use std::io::Write as _;
use std::path::Path;

use holdfast_app::App;
use holdfast_app::wire::AppError;

use crate::hand;

/// What can be done about the protection of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Deed {
    /// It is encrypted with a passphrase.
    Encrypt { new: String },
    /// It gets another passphrase.
    Change { current: String, new: String },
    /// It gets another recovery code.
    NewCode { current: String },
    /// It is decrypted.
    Decrypt { current: String },
}

/// What stands before the recovery code in what was said.
const DONE: &str = "done";

impl Deed {
    /// What it is called.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Encrypt { .. } => "encrypting",
            Self::Change { .. } => "changing the passphrase",
            Self::NewCode { .. } => "a new code",
            Self::Decrypt { .. } => "decrypting",
        }
    }

    /// The words by which a process is told of it.
    pub(crate) fn words(&self) -> Vec<&str> {
        match self {
            Self::Encrypt { new } => vec!["encrypt", new],
            Self::Change { current, new } => vec!["change", current, new],
            Self::NewCode { current } => vec!["code", current],
            Self::Decrypt { current } => vec!["decrypt", current],
        }
    }

    fn read(words: &[&str]) -> Option<Self> {
        let own = |word: &str| word.to_owned();
        match words {
            ["encrypt", new] => Some(Self::Encrypt { new: own(new) }),
            ["change", current, new] => Some(Self::Change { current: own(current), new: own(new) }),
            ["code", current] => Some(Self::NewCode { current: own(current) }),
            ["decrypt", current] => Some(Self::Decrypt { current: own(current) }),
            _ => None,
        }
    }

    /// Does it as the window does; gives the recovery code where there is a new one.
    fn act(&self, path: &Path) -> Result<String, AppError> {
        let open =
            |current: &str| App::open_with(path, Some(&App::unlock(path, current)?), hand::clock());
        match self {
            Self::Encrypt { new } => Ok(App::encrypt(path, new)?.1),
            Self::Change { current, new } => {
                open(current)?.change_passphrase(current, new)?;
                Ok(String::new())
            }
            Self::NewCode { current } => open(current)?.new_recovery_code(current),
            Self::Decrypt { current } => {
                App::decrypt(path, current)?;
                Ok(String::new())
            }
        }
    }
}

/// Does what the words say to the record at `path`, and says so.
pub(crate) fn work(path: &Path, words: &[&str]) -> Result<(), String> {
    let deed = Deed::read(words).ok_or("turn PATH DEED SECRET …")?;
    let code = deed.act(path).map_err(|error| format!("{}: {error:?}", deed.name()))?;
    let mut out = std::io::stdout().lock();
    // One write for one line: a kill must not part it from its end. Nobody listens after a kill.
    let _ = out.write_all(format!("{DONE} {code}\n").as_bytes()).and_then(|()| out.flush());
    Ok(())
}

/// Whether an output says that it was done, and the recovery code that came with it, or nothing.
pub(crate) fn done(output: &str) -> Option<&str> {
    output.strip_suffix('\n')?.strip_prefix(DONE).map(str::trim)
}
