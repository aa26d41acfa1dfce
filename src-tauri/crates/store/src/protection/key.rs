//! The key to the files of an encrypted store.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::random;
use crate::StoreError;

/// How many bytes the key has.
pub(crate) const LENGTH: usize = 32;

/// What the files of an encrypted store are read and written with: 256 random bits, which no
/// passphrase can be guessed from. It is wiped from memory when the last of its copies is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Arc<Zeroizing<[u8; LENGTH]>>);

impl Key {
    pub(super) fn of(bytes: Zeroizing<[u8; LENGTH]>) -> Self {
        Self(Arc::new(bytes))
    }

    /// A new one.
    pub(super) fn new() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        random(bytes.as_mut_slice())?;
        Ok(Self::of(bytes))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The key as SQLCipher takes one that no passphrase is behind.
    pub(crate) fn literal(&self) -> Zeroizing<String> {
        let mut literal = Zeroizing::new(String::with_capacity(2 * LENGTH + 3));
        literal.push_str("x'");
        for byte in self.bytes() {
            for half in [byte >> 4, byte & 15] {
                literal.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
            }
        }
        literal.push('\'');
        literal
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}
