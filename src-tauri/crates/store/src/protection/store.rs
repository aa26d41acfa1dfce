//! What can be done about the protection of a store.

use std::path::Path;

use super::turn::Turn;
use super::{Key, KeyFile, Passphrase, RecoveryCode, Secret};
use crate::paths::{Access, Paths};
use crate::{OpenError, Store, look, migrate};

impl Store {
    /// Whether the store at that path is encrypted.
    ///
    /// # Errors
    /// When there is not even a folder in which it could lie.
    pub fn is_encrypted(path: &Path) -> Result<bool, OpenError> {
        let paths = Paths::of(path)?;
        Ok(paths.access != Access::Plain
            || look::is_there(&paths.key_copy())? && look::is_sealed(&paths.records))
    }

    /// The key of the encrypted store at that path, for one of the two secrets. Each try takes about
    /// half a second, so that nobody tries many.
    ///
    /// # Errors
    /// [`OpenError::NotEncrypted`], [`OpenError::WrongPassphrase`], [`OpenError::WrongCode`],
    /// [`OpenError::KeyMissing`], [`OpenError::KeyDamaged`].
    pub fn unlock(path: &Path, secret: &Secret) -> Result<Key, OpenError> {
        key_file(&Paths::of(path)?)?.key(secret)
    }

    /// Encrypts the store at that path, which nobody has open: its records, its originals and all of
    /// its backups. Gives its key, and the code that stands for a forgotten passphrase.
    ///
    /// # Errors
    /// [`OpenError::PassphraseTooShort`], [`OpenError::AlreadyEncrypted`], what opening it and what
    /// disks can say. All is as it was then.
    pub fn encrypt(path: &Path, passphrase: &Passphrase) -> Result<(Key, RecoveryCode), OpenError> {
        passphrase.check()?;
        if Self::is_encrypted(path)? {
            return Err(OpenError::AlreadyEncrypted { path: path.to_owned() });
        }
        let (file, key, code) = KeyFile::new(passphrase)?;
        Turn::begin(path, None, Some((key.clone(), file)))?.carry_out()?;
        Ok((key, code))
    }

    /// Decrypts the store at that path, which nobody has open, with its originals and its backups.
    ///
    /// # Errors
    /// As [`Store::unlock`], and what opening it and what disks can say. All is as it was then.
    pub fn decrypt(path: &Path, current: &Secret) -> Result<(), OpenError> {
        let key = Self::unlock(path, current)?;
        Turn::begin(path, Some(&key), None)?.carry_out()
    }

    /// Changes the passphrase. The records stay as they are; only their key gets another cover.
    ///
    /// # Errors
    /// As [`Store::unlock`]; [`OpenError::PassphraseTooShort`]; what disks can say. The passphrase is
    /// the old one then.
    pub fn change_passphrase(&self, current: &Secret, new: &Passphrase) -> Result<(), OpenError> {
        new.check()?;
        let file = key_file(&self.paths)?;
        let key = file.key(current)?;
        self.put_key_file(&file.with_passphrase(&key, new)?)
    }

    /// Makes a new recovery code, with which the old one is worth nothing.
    ///
    /// # Errors
    /// As [`Store::unlock`], and what disks can say. The code is the old one then.
    pub fn new_recovery_code(&self, current: &Secret) -> Result<RecoveryCode, OpenError> {
        let file = key_file(&self.paths)?;
        let (file, code) = file.with_new_code(&file.key(current)?)?;
        self.put_key_file(&file)?;
        Ok(code)
    }

    /// The key, where the store is encrypted.
    pub fn key(&self) -> Option<&Key> {
        self.paths.access.key()
    }

    fn put_key_file(&self, file: &KeyFile) -> Result<(), OpenError> {
        let failed = |error| migrate::created(&self.paths.key, error);
        file.write(&self.paths.key).map_err(failed)?;
        // With the first one in its place it is done. The next start makes them the same otherwise.
        if self.paths.backups.exists() {
            let _ = file.write(&self.paths.key_copy());
        }
        Ok(())
    }
}

/// The key file, or its copy where that one cannot be used.
fn key_file(paths: &Paths) -> Result<KeyFile, OpenError> {
    let missing = || {
        if look::is_sealed(&paths.records) {
            OpenError::KeyMissing { path: paths.key.clone() }
        } else {
            OpenError::NotEncrypted { path: paths.records.clone() }
        }
    };
    match KeyFile::read(&paths.key) {
        Ok(Some(file)) => Ok(file),
        Ok(None) => KeyFile::read(&paths.key_copy())?.ok_or_else(missing),
        Err(damaged @ OpenError::KeyDamaged { .. }) => match KeyFile::read(&paths.key_copy()) {
            Ok(Some(file)) => Ok(file),
            Ok(None) | Err(_) => Err(damaged),
        },
        Err(other) => Err(other),
    }
}
