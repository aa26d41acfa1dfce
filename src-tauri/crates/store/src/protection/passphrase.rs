//! What a person types to unlock a store.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::RecoveryCode;
use crate::OpenError;

/// A passphrase. Letters that look the same are the same, on whichever keyboard they were typed; it
/// is wiped from memory when it is dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// How many letters a new one has at the least.
    pub const SHORTEST: usize = 8;

    /// The passphrase that was typed.
    pub fn new(typed: &str) -> Self {
        // In composed letters a text is never longer than thrice what was typed, so that nothing of
        // it is left behind where the text would have grown.
        let mut text = Zeroizing::new(String::with_capacity(3 * typed.len()));
        text.extend(typed.nfc());
        Self(text)
    }

    /// That it is long enough to be a new one.
    pub(crate) fn check(&self) -> Result<(), OpenError> {
        if self.0.chars().count() < Self::SHORTEST {
            return Err(OpenError::PassphraseTooShort { min: Self::SHORTEST });
        }
        Ok(())
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// One of the two things that unlock a store.
#[derive(Debug)]
pub enum Secret {
    /// The passphrase.
    Passphrase(Passphrase),
    /// The printed code.
    Code(RecoveryCode),
}
