//! Protection: a store that only a passphrase opens.
//!
//! The files of an encrypted store are SQLCipher's, read with a random [`Key`]. The key lies beside
//! them in a key file, covered by the passphrase and by a recovery code, so that either can be
//! changed without touching a record.

mod cover;
mod key;
mod key_file;
mod passphrase;
mod recovery_code;
mod rewrite;
mod settle;
mod store;
mod turn;
#[cfg(test)]
mod turn_tests;
mod wrap;

pub use key::Key;
pub(crate) use key_file::KeyFile;
pub use passphrase::{Passphrase, Secret};
pub use recovery_code::RecoveryCode;
pub(crate) use rewrite::rewrite;
pub(crate) use settle::{copy_key, is_turning, settle};

use crate::StoreError;

/// Fills bytes with what nobody can foresee.
fn random(bytes: &mut [u8]) -> Result<(), StoreError> {
    let failed = |error| StoreError::Io { detail: format!("no random numbers: {error}") };
    getrandom::fill(bytes).map_err(failed)
}
