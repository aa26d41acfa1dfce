//! The protection of the record: whether it is encrypted, what unlocks it, and when it is locked again.

mod sheet;

use std::path::Path;

use holdfast_store::{OpenError, Passphrase, RecoveryCode, Secret, Store};

use crate::error::{refused, with};
use crate::wire::{AppError, ErrorCode, Protection};
use crate::{App, Key};

/// The setting that says after how many minutes without a touch the record is locked.
const LOCK_AFTER: &str = "lock_after";

/// What it is where nobody has chosen: long enough for a telephone call.
const USUALLY: u32 = 15;

/// What it says where the record is to stay open.
const NEVER: &str = "never";

/// A day: whoever wants longer wants never.
const LONGEST: u32 = 24 * 60;

impl App {
    /// The key of the encrypted record at `path`, for its passphrase. Each try takes half a second.
    ///
    /// # Errors
    /// `NotEncrypted`, `WrongPassphrase`, `KeyMissing`, `KeyDamaged`.
    pub fn unlock(path: &Path, passphrase: &str) -> Result<Key, AppError> {
        Ok(Store::unlock(path, &Secret::Passphrase(Passphrase::new(passphrase)))?)
    }

    /// The same for its recovery code.
    ///
    /// # Errors
    /// `WrongRecoveryCode`, `KeyMissing`, `KeyDamaged`.
    pub fn unlock_with_code(path: &Path, code: &str) -> Result<Key, AppError> {
        Ok(Store::unlock(path, &Secret::Code(RecoveryCode::read(code)?))?)
    }

    /// The same for whichever of the two was typed.
    ///
    /// # Errors
    /// `NotEncrypted`, `WrongPassphrase`, `WrongRecoveryCode` where a code was meant, `KeyMissing`, `KeyDamaged`.
    pub fn unlock_with_either(path: &Path, typed: &str) -> Result<Key, AppError> {
        either(typed, |secret| Store::unlock(path, secret))
    }

    /// What an answer about damage means: where it is the records themselves that cannot be read, which
    /// a start does not always find, it says so as a start would, with the backups to go on from. Else it
    /// is the file of originals.
    pub fn explained(&self, error: AppError) -> AppError {
        if error.code != ErrorCode::StoreDamaged || error.values.contains_key("path") {
            return error;
        }
        match self.store().read_through() {
            Err(damage @ OpenError::Damaged { .. }) => damage.into(),
            Ok(()) => self.originals_damaged(error),
            Err(_) => error,
        }
    }

    fn originals_damaged(&self, of: AppError) -> AppError {
        let path = self.path();
        let originals = Store::originals_in(path.parent().unwrap_or(path), path);
        let detail = of.values.get("detail").cloned().unwrap_or_default();
        let path = originals.display().to_string();
        let open = "yes".to_owned();
        with(ErrorCode::OriginalsDamaged, [("path", path), ("detail", detail), ("open", open)])
    }

    /// Whether the record at `path` is encrypted.
    ///
    /// # Errors
    /// When there is not even a folder in which it could lie.
    pub fn is_encrypted(path: &Path) -> Result<bool, AppError> {
        Ok(Store::is_encrypted(path)?)
    }

    /// Encrypts the record at `path`, which nobody has open, with its files and backups. Gives its
    /// key, and the recovery code in groups, which is not shown again.
    ///
    /// # Errors
    /// `PassphraseTooShort`, `AlreadyEncrypted`, and what opening it and what disks can say. All is as
    /// it was then.
    pub fn encrypt(path: &Path, passphrase: &str) -> Result<(Key, String), AppError> {
        let (key, code) = Store::encrypt(path, &Passphrase::new(passphrase))?;
        Ok((key, code.shown().to_string()))
    }

    /// Decrypts the record at `path`, which nobody has open, with its files and backups.
    ///
    /// # Errors
    /// `NotEncrypted`, `WrongPassphrase`, and what opening it and what disks can say. All is as it was
    /// then.
    pub fn decrypt(path: &Path, current: &str) -> Result<(), AppError> {
        either(current, |secret| Store::decrypt(path, secret))
    }

    /// Changes the passphrase. Who has forgotten it gives the recovery code as the current one.
    ///
    /// # Errors
    /// `WrongPassphrase`, `PassphraseTooShort`, and what disks can do.
    pub fn change_passphrase(&self, current: &str, new: &str) -> Result<(), AppError> {
        let new = Passphrase::new(new);
        either(current, |secret| self.store().change_passphrase(secret, &new))
    }

    /// Makes a new recovery code in the place of the old one, and gives it in groups.
    ///
    /// # Errors
    /// `WrongPassphrase`, and what disks can do.
    pub fn new_recovery_code(&self, current: &str) -> Result<String, AppError> {
        let code = either(current, |secret| self.store().new_recovery_code(secret))?;
        Ok(code.shown().to_string())
    }

    /// How the record is protected.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn protection(&self) -> Result<Protection, AppError> {
        let chosen = self.read(|reader| Ok(reader.setting(LOCK_AFTER)?))?;
        let lock_after_minutes = match chosen.as_deref() {
            Some(NEVER) => None,
            Some(minutes) => Some(minutes.parse().unwrap_or(USUALLY)),
            None => Some(USUALLY),
        };
        Ok(Protection { is_encrypted: self.store().key().is_some(), lock_after_minutes })
    }

    /// Says after how many minutes without a touch the record is locked; with nothing it stays open.
    ///
    /// # Errors
    /// `Refused` where it is no time at all, or longer than a day; and what disks can do.
    pub fn set_lock_after(&self, minutes: Option<u32>) -> Result<(), AppError> {
        let chosen = match minutes {
            None => NEVER.to_owned(),
            Some(minutes) if (1..=LONGEST).contains(&minutes) => minutes.to_string(),
            Some(_) => return Err(refused("minutes", "out_of_range", [])),
        };
        Ok(self.store().put_setting(LOCK_AFTER, &chosen)?)
    }
}

/// Does something with the secret that was typed: the recovery code where it reads as one, or else
/// the passphrase.
fn either<T>(typed: &str, act: impl Fn(&Secret) -> Result<T, OpenError>) -> Result<T, AppError> {
    let not_a_code = match RecoveryCode::read(typed) {
        Ok(code) => match act(&Secret::Code(code)) {
            Err(wrong @ OpenError::WrongCode { .. }) => wrong,
            done => return Ok(done?),
        },
        Err(mistyped) => mistyped,
    };
    match act(&Secret::Passphrase(Passphrase::new(typed))) {
        // What is said of a passphrase, such as that capitals count, would mislead whoever meant a code.
        Err(OpenError::WrongPassphrase) if RecoveryCode::is_meant(typed) => Err(not_a_code.into()),
        done => Ok(done?),
    }
}
