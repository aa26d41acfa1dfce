//! A key under cover: only who knows a secret can uncover it, and each try costs what Argon2id costs.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{Key as CoverKey, KeyInit as _, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::key::LENGTH;
use super::{Key, random};
use crate::StoreError;

/// What a try costs: RFC 9106, section 4, gives 64 MiB and three passes as the least for machines
/// with little memory. Four times that takes about half a second on a laptop.
pub(super) const COST: Cost = Cost { memory_kib: 256 << 10, passes: 3, lanes: 4 };

/// The most that a key file may ask for. A hostile one is not to stop the computer.
const MOST: Cost = Cost { memory_kib: 1 << 20, passes: 16, lanes: 16 };

/// What deriving a key costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Cost {
    /// How much memory, in KiB.
    pub(super) memory_kib: u32,
    /// How many times it is gone over.
    pub(super) passes: u32,
    /// How many parts of it could be worked on at once.
    pub(super) lanes: u32,
}

impl Cost {
    /// Whether it is within what is ever used.
    pub(super) fn is_bearable(self) -> bool {
        let within = |cost: u32, most: u32| (1..=most).contains(&cost);
        within(self.memory_kib, MOST.memory_kib)
            && within(self.passes, MOST.passes)
            && within(self.lanes, MOST.lanes)
            && self.memory_kib >= 8 * self.lanes
    }
}

/// The key to a store as one secret covers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Wrapped {
    argon2id: Cost,
    salt: Hex<16>,
    nonce: Hex<24>,
    /// The key and the seal that shows whether it was uncovered rightly.
    key: Hex<48>,
}

impl Wrapped {
    /// Covers a key; `of` says what this cover is, and is sealed with it.
    pub(super) fn cover(
        key: &Key,
        secret: &[u8],
        of: &str,
        cost: Cost,
    ) -> Result<Self, StoreError> {
        let (mut salt, mut nonce) = (Hex([0; 16]), Hex([0; 24]));
        random(&mut salt.0)?;
        random(&mut nonce.0)?;
        let cipher = cipher(secret, &salt, cost)?;
        let payload = Payload { msg: key.bytes(), aad: of.as_bytes() };
        let covered = cipher.encrypt(&XNonce::from(nonce.0), payload).map_err(|_| failed())?;
        let key = Hex(covered.try_into().map_err(|_| failed())?);
        Ok(Self { argon2id: cost, salt, nonce, key })
    }

    /// The key, where the secret is the one.
    pub(super) fn uncover(&self, secret: &[u8], of: &str) -> Result<Option<Key>, StoreError> {
        let cipher = cipher(secret, &self.salt, self.argon2id)?;
        let payload = Payload { msg: &self.key.0, aad: of.as_bytes() };
        let Ok(bytes) = cipher.decrypt(&XNonce::from(self.nonce.0), payload) else {
            return Ok(None);
        };
        let bytes = Zeroizing::new(bytes);
        let mut key = Zeroizing::new([0; LENGTH]);
        if bytes.len() != key.len() {
            return Err(failed());
        }
        key.copy_from_slice(&bytes);
        Ok(Some(Key::of(key)))
    }

    pub(super) fn is_bearable(&self) -> bool {
        self.argon2id.is_bearable()
    }
}

fn cipher(secret: &[u8], salt: &Hex<16>, cost: Cost) -> Result<XChaCha20Poly1305, StoreError> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(LENGTH));
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.map_err(|_| failed())?);
    let mut derived = Zeroizing::new([0; LENGTH]);
    argon2
        .hash_password_into(secret, &salt.0, derived.as_mut_slice())
        .map_err(|error| StoreError::Io { detail: format!("deriving a key: {error}") })?;
    let key: &CoverKey = (&*derived).into();
    Ok(XChaCha20Poly1305::new(key))
}

/// None of this fails on what is of the right size, and all of it is.
fn failed() -> StoreError {
    StoreError::Internal { detail: "a key could not be covered".to_owned() }
}

/// Bytes that are written in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hex<const N: usize>([u8; N]);

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        serializer.serialize_str(&text)
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || serde::de::Error::custom(format!("{N} bytes in figures are wanted"));
        if text.len() != 2 * N || !text.is_ascii() {
            return Err(wrong());
        }
        let mut bytes = [0; N];
        for (at, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(2 * at..2 * at + 2).ok_or_else(wrong)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
        }
        Ok(Self(bytes))
    }
}
