//! The file beside an encrypted store that holds its key, covered twice: by the passphrase, and by the
//! recovery code. That it is there says that the store is encrypted.

use std::io::{Read as _, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::wrap::{COST, Cost, Wrapped};
use super::{Key, Passphrase, RecoveryCode, Secret};
use crate::paths::{beside, sync_folder};
use crate::{OpenError, StoreError};

const FORMAT: &str = "holdfast-key";
const VERSION: u32 = 1;

/// What the covers are, sealed with them, so that neither can stand for the other.
const BY_PASSPHRASE: &str = "holdfast-key 1 passphrase";
const BY_CODE: &str = "holdfast-key 1 recovery code";

/// No key file is nearly as large.
const LARGEST: u64 = 64 << 10;

/// The key of a store under its two covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct KeyFile {
    format: String,
    version: u32,
    passphrase: Wrapped,
    recovery_code: Wrapped,
}

/// A key file as it is written: with a sum by which damage is told from a wrong passphrase.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Written {
    key: KeyFile,
    sha256: String,
}

impl KeyFile {
    /// A new key, under its covers, with the code.
    pub(crate) fn new(passphrase: &Passphrase) -> Result<(Self, Key, RecoveryCode), OpenError> {
        Self::at_cost(passphrase, COST)
    }

    fn at_cost(
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<(Self, Key, RecoveryCode), OpenError> {
        passphrase.check()?;
        let made = || -> Result<_, StoreError> {
            let (key, code) = (Key::new()?, RecoveryCode::new()?);
            let file = Self {
                format: FORMAT.to_owned(),
                version: VERSION,
                passphrase: Wrapped::cover(&key, passphrase.bytes(), BY_PASSPHRASE, cost)?,
                recovery_code: Wrapped::cover(&key, code.bytes(), BY_CODE, cost)?,
            };
            Ok((file, key, code))
        };
        made().map_err(failed)
    }

    /// The key, where the secret is the one that covers it.
    ///
    /// # Errors
    /// [`OpenError::WrongPassphrase`], [`OpenError::WrongCode`].
    pub(crate) fn key(&self, secret: &Secret) -> Result<Key, OpenError> {
        match secret {
            Secret::Passphrase(passphrase) => {
                let key = self.passphrase.uncover(passphrase.bytes(), BY_PASSPHRASE);
                key.map_err(failed)?.ok_or(OpenError::WrongPassphrase)
            }
            Secret::Code(code) => {
                let key = self.recovery_code.uncover(code.bytes(), BY_CODE);
                key.map_err(failed)?.ok_or(OpenError::WrongCode { is_mistyped: false })
            }
        }
    }

    /// The same key with another passphrase.
    pub(crate) fn with_passphrase(&self, key: &Key, new: &Passphrase) -> Result<Self, OpenError> {
        new.check()?;
        let passphrase = Wrapped::cover(key, new.bytes(), BY_PASSPHRASE, COST).map_err(failed)?;
        Ok(Self { passphrase, ..self.clone() })
    }

    /// The same key with a new recovery code.
    pub(crate) fn with_new_code(&self, key: &Key) -> Result<(Self, RecoveryCode), OpenError> {
        let made = || {
            let code = RecoveryCode::new()?;
            let recovery_code = Wrapped::cover(key, code.bytes(), BY_CODE, COST)?;
            Ok((Self { recovery_code, ..self.clone() }, code))
        };
        made().map_err(failed)
    }

    /// Reads the file; nothing where there is none.
    ///
    /// # Errors
    /// [`OpenError::KeyDamaged`], [`OpenError::Newer`], and what disks can do.
    pub(crate) fn read(path: &Path) -> Result<Option<Self>, OpenError> {
        let io = |error: std::io::Error| crate::lock::open_error(path, &error);
        let file = match std::fs::File::open(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            opened => opened.map_err(io)?,
        };
        let mut bytes = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(io)?;
        Self::understood(&bytes, path).map(Some)
    }

    fn understood(bytes: &[u8], path: &Path) -> Result<Self, OpenError> {
        let damaged = |detail: String| OpenError::KeyDamaged { path: path.to_owned(), detail };
        if bytes.len() as u64 > LARGEST {
            return Err(damaged("it is far too large".to_owned()));
        }
        let named: serde_json::Value =
            serde_json::from_slice(bytes).map_err(|error| damaged(error.to_string()))?;
        // A file of a newer version may be laid out in another way.
        let version = named["key"]["version"].as_i64().and_then(|it| i32::try_from(it).ok());
        if let Some(found) = version.filter(|found| *found > VERSION as i32) {
            return Err(OpenError::Newer { path: path.to_owned(), found, known: VERSION as i32 });
        }
        let Written { key, sha256 } =
            serde_json::from_value(named).map_err(|error| damaged(error.to_string()))?;
        if key.format != FORMAT || key.version != VERSION {
            return Err(damaged("it is a file of something else".to_owned()));
        }
        if key.sum().map_err(failed)? != sha256 {
            return Err(damaged("its sum is not what it says".to_owned()));
        }
        if !key.passphrase.is_bearable() || !key.recovery_code.is_bearable() {
            return Err(damaged("it asks for more than any of ours".to_owned()));
        }
        Ok(key)
    }

    /// Writes the file in the place of the one that was there: killed anywhere, it is one or the other.
    pub(crate) fn write(&self, path: &Path) -> Result<(), StoreError> {
        let new = beside(path, "-new");
        self.write_new(&new)?;
        std::fs::rename(&new, path)?;
        Ok(sync_folder(path.parent().unwrap_or(Path::new(".")))?)
    }

    /// Writes the file where nobody looks for it yet.
    pub(crate) fn write_new(&self, path: &Path) -> Result<(), StoreError> {
        let written = Written { key: self.clone(), sha256: self.sum()? };
        let mut bytes = serde_json::to_vec_pretty(&written).map_err(unwritable)?;
        bytes.push(b'\n');
        crate::paths::remove(path)?;
        let mut file = crate::private::create(path)?;
        file.write_all(&bytes)?;
        Ok(file.sync_all()?)
    }

    fn sum(&self) -> Result<String, StoreError> {
        let bytes = serde_json::to_vec(self).map_err(unwritable)?;
        Ok(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

fn unwritable(error: serde_json::Error) -> StoreError {
    StoreError::Internal { detail: error.to_string() }
}

fn failed(error: StoreError) -> OpenError {
    crate::migrate::created(Path::new("the key"), error)
}
