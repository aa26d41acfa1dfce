//! The manifest: what made an archive, and every entry with its size and its hash.

use std::collections::BTreeSet;

use chrono::DateTime;
use holdfast_domain::Sha256;
use serde::{Deserialize, Serialize};

use super::name::Part;
use super::problem::{Problem, ProblemCode};
use super::{FORMAT, VERSION};

/// What made an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The version of the schema that its tables have.
    pub schema: i32,
    /// When it was made, as RFC 3339.
    pub at: String,
    /// By what: `Holdfast 0.1.0`.
    pub by: String,
    /// The originals that the record names and that could not be given: they were missing or
    /// damaged when the archive was made.
    pub lacking: Vec<Sha256>,
}

/// An entry as the manifest names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub part: Part,
    /// How many bytes it has, unpacked.
    pub size: u64,
    /// The hash of those.
    pub sha256: Sha256,
}

/// What an archive says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// What made it.
    pub made: Made,
    /// All entries but the manifest itself, in the order in which they were written.
    pub entries: Vec<Listed>,
}

/// The manifest as JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Json {
    format: String,
    version: u32,
    schema: i32,
    made_at: String,
    made_by: String,
    lacking: Vec<String>,
    entries: Vec<JsonEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonEntry {
    name: String,
    size: u64,
    sha256: String,
}

/// Of whatever format and version it is: what has to be known before the rest can be read.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl Manifest {
    /// As it is written.
    pub(super) fn to_json(&self) -> serde_json::Result<Vec<u8>> {
        let made = self.made.clone();
        let entry = |it: &Listed| JsonEntry {
            name: it.part.to_string(),
            size: it.size,
            sha256: it.sha256.to_string(),
        };
        let mut json = serde_json::to_vec_pretty(&Json {
            format: FORMAT.to_owned(),
            version: VERSION,
            schema: made.schema,
            made_at: made.at,
            made_by: made.by,
            lacking: made.lacking.iter().map(ToString::to_string).collect(),
            entries: self.entries.iter().map(entry).collect(),
        })?;
        json.push(b'\n');
        Ok(json)
    }

    /// Reads it.
    pub(super) fn read(json: &[u8]) -> Result<Self, Problem> {
        let bad = |said: &dyn std::fmt::Display| Problem::new(ProblemCode::BadManifest, said);
        let head: Head = serde_json::from_slice(json).map_err(|error| bad(&error))?;
        if head.format != FORMAT {
            return Err(Problem::new(ProblemCode::NotAnArchive, head.format));
        }
        if head.version > VERSION {
            return Err(Problem::new(ProblemCode::NewerFormat, head.version));
        }
        let json: Json = serde_json::from_slice(json).map_err(|error| bad(&error))?;
        if json.version != VERSION || json.schema < 1 {
            return Err(bad(&"its version"));
        }
        if DateTime::parse_from_rfc3339(&json.made_at).is_err() {
            return Err(bad(&"when it was made"));
        }
        let hash = |text: &str| text.parse().map_err(|_| bad(&text));
        let lacking = json.lacking.iter().map(|it| hash(it)).collect::<Result<_, _>>()?;
        let entries = json.entries.iter().map(|it| {
            let part = Part::named(&it.name).map_err(|code| Problem::new(code, &it.name))?;
            Ok(Listed { part, size: it.size, sha256: hash(&it.sha256)? })
        });
        let made = Made { schema: json.schema, at: json.made_at, by: json.made_by, lacking };
        let manifest = Self { made, entries: entries.collect::<Result<_, _>>()? };
        manifest.is_sound().map(|()| manifest)
    }

    /// That every entry is named once, and an original by its own hash.
    fn is_sound(&self) -> Result<(), Problem> {
        let mut seen = BTreeSet::new();
        for listed in &self.entries {
            let refuse = |code| Err(Problem::of(code, &listed.part));
            if listed.part == Part::Manifest {
                return refuse(ProblemCode::BadManifest);
            }
            if !seen.insert(&listed.part) {
                return refuse(ProblemCode::DoubledName);
            }
            if matches!(listed.part, Part::Original(sha256) if sha256 != listed.sha256) {
                return refuse(ProblemCode::HashDiffers);
            }
        }
        Ok(())
    }
}
