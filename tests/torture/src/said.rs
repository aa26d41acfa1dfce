//! What the hand says while it works: one line for each thing, in words that a witness can check.

use std::fmt;

/// One line of the hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// The record is open.
    Opened,
    /// A change was acknowledged: the journal's action.
    Action(String),
    /// An original was acknowledged: its SHA-256, and the id of the attachment that names it.
    Original(String),
    /// A form is about to be kept: its key and its text.
    Typing(String, String),
    /// A form was acknowledged as kept.
    Typed(String, String),
    /// The record is about to be encrypted.
    Sealing,
    /// It was acknowledged as encrypted.
    Sealed,
    /// It is about to be decrypted.
    Unsealing,
    /// It was acknowledged as decrypted.
    Unsealed,
    /// Something was refused, with the word for it. It was tried again afterwards.
    Refused(String),
    /// All that was to be done was done.
    Finished,
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Opened => write!(f, "opened"),
            Self::Action(id) => write!(f, "action {id}"),
            Self::Original(sha256) => write!(f, "original {sha256}"),
            Self::Typing(key, text) => write!(f, "typing {key} {text}"),
            Self::Typed(key, text) => write!(f, "typed {key} {text}"),
            Self::Sealing => write!(f, "sealing"),
            Self::Sealed => write!(f, "sealed"),
            Self::Unsealing => write!(f, "unsealing"),
            Self::Unsealed => write!(f, "unsealed"),
            Self::Refused(why) => write!(f, "refused {why}"),
            Self::Finished => write!(f, "finished"),
        }
    }
}

impl Said {
    /// What a line says. A line that a kill cut short says nothing.
    pub(crate) fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split(' ').collect();
        let own = |word: &str| word.to_owned();
        match words.as_slice() {
            ["opened"] => Some(Self::Opened),
            ["finished"] => Some(Self::Finished),
            ["action", id] => Some(Self::Action(own(id))),
            ["original", sha256] => Some(Self::Original(own(sha256))),
            ["typing", key, text] => Some(Self::Typing(own(key), own(text))),
            ["typed", key, text] => Some(Self::Typed(own(key), own(text))),
            ["sealing"] => Some(Self::Sealing),
            ["sealed"] => Some(Self::Sealed),
            ["unsealing"] => Some(Self::Unsealing),
            ["unsealed"] => Some(Self::Unsealed),
            ["refused", why] => Some(Self::Refused(own(why))),
            _ => None,
        }
    }

    /// What the whole lines of an output say.
    pub(crate) fn read_all(output: &str) -> Vec<Self> {
        // Without its end, a line may be the beginning of a longer one.
        output
            .split_inclusive('\n')
            .filter_map(|line| Self::read(line.strip_suffix('\n')?))
            .collect()
    }
}
