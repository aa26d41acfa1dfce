//! Zips made by hand, so that anything can be wrong with them.

use flate2::Crc;
use sha2::Digest as _;

/// An entry, and what is said of it.
#[derive(Clone)]
pub(crate) struct Item {
    pub(crate) name: Vec<u8>,
    /// What the header at the entry calls it.
    pub(crate) local_name: Vec<u8>,
    pub(crate) packed: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) crc: u32,
    pub(crate) size: u32,
    pub(crate) external: u32,
    pub(crate) extra: Vec<u8>,
    pub(crate) remark: Vec<u8>,
    /// What is written behind it, outside of everything.
    pub(crate) behind: Vec<u8>,
}

impl Item {
    pub(crate) fn stored(name: &str, content: &[u8]) -> Self {
        let mut crc = Crc::new();
        crc.update(content);
        Self {
            name: name.into(),
            local_name: name.into(),
            packed: content.to_vec(),
            method: 0,
            flags: 0,
            crc: crc.sum(),
            size: u32::try_from(content.len()).expect("small"),
            external: 0o100_644 << 16,
            extra: Vec::new(),
            remark: Vec::new(),
            behind: Vec::new(),
        }
    }

    pub(crate) fn deflated(name: &str, content: &[u8]) -> Self {
        use std::io::Write as _;
        let mut packer =
            flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(content).expect("packed");
        let packed = packer.finish().expect("packed");
        Self { packed, method: 8, ..Self::stored(name, content) }
    }

    fn header(&self, name: &[u8], is_central: bool) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend(if is_central { *b"PK\x01\x02" } else { *b"PK\x03\x04" });
        if is_central {
            out.extend(20_u16.to_le_bytes());
        }
        for number in [20, self.flags, self.method, 0, 33] {
            out.extend(number.to_le_bytes());
        }
        let packed = u32::try_from(self.packed.len()).expect("small");
        for number in [self.crc, packed, self.size] {
            out.extend(number.to_le_bytes());
        }
        let extra = if is_central { self.extra.len() } else { 0 };
        for length in [name.len(), extra] {
            out.extend(u16::try_from(length).expect("short").to_le_bytes());
        }
        out
    }
}

/// A zip of those entries, in that order.
pub(crate) fn zip(items: &[Item]) -> Vec<u8> {
    let (mut out, mut central) = (Vec::new(), Vec::new());
    for item in items {
        let at = u32::try_from(out.len()).expect("small");
        out.extend(item.header(&item.local_name, false));
        out.extend(&item.local_name);
        out.extend(&item.packed);
        out.extend(&item.behind);
        central.extend(item.header(&item.name, true));
        central.extend(u16::try_from(item.remark.len()).expect("short").to_le_bytes());
        central.extend([0; 4]);
        central.extend(item.external.to_le_bytes());
        central.extend(at.to_le_bytes());
        central.extend([&item.name[..], &item.extra, &item.remark].concat());
    }
    let count = u16::try_from(items.len()).expect("few");
    let (size, at) = (central.len(), out.len());
    out.extend(central);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    for number in [size, at] {
        out.extend(u32::try_from(number).expect("small").to_le_bytes());
    }
    out.extend([0; 2]);
    out
}

pub(crate) fn hash(content: &[u8]) -> String {
    sha2::Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A manifest that names those entries.
pub(crate) fn manifest(listed: &[(&str, &[u8])]) -> String {
    let entries = listed.iter().map(|(name, content)| {
        let (size, hash) = (content.len(), hash(content));
        format!("{{\"name\":{name:?},\"size\":{size},\"sha256\":\"{hash}\"}}")
    });
    manifest_of(&entries.collect::<Vec<_>>().join(","))
}

/// A manifest with those entries as JSON.
pub(crate) fn manifest_of(entries: &str) -> String {
    format!(
        "{{\"format\":\"holdfast-archive\",\"version\":1,\"schema\":14,\
         \"made_at\":\"2026-06-20T13:00:00Z\",\"made_by\":\"Holdfast 0.1.0\",\"lacking\":[],\
         \"entries\":[{entries}]}}"
    )
}

pub(crate) const ROWS: &[u8] = b"{\"id\":\"a\",\"count\":1}\n{\"id\":\"b\",\"count\":null}\n";
pub(crate) const BILL: &[u8] = b"80.00 for a lamp";
pub(crate) const TABLE: &str = "records/dispute.jsonl";

pub(crate) fn original() -> String {
    format!("originals/{}", hash(BILL))
}

/// The entries of an archive of which nothing is wrong: a table, an original, and the manifest.
pub(crate) fn good() -> [Item; 3] {
    let json = manifest(&[(TABLE, ROWS), (&original(), BILL)]);
    [
        Item::deflated(TABLE, ROWS),
        Item::stored(&original(), BILL),
        Item::deflated("manifest.json", json.as_bytes()),
    ]
}
