//! Marking content as what it is (ISO 32000-1, 14.6 to 14.8).

use std::collections::BTreeMap;

use printpdf::{DictItem, Op};

use crate::marks::Owner;
use crate::page::Artifact;
use crate::tags::Role;

/// Begins content that belongs to its owner, whose role is given if it is part of the document.
pub(super) fn begin(owner: Owner, role: Option<&Role>) -> Op {
    match owner {
        Owner::Artifact(what) => begin_artifact(what),
        Owner::Node { number, .. } => Op::BeginMarkedContentWithProperties {
            tag: role.map_or("Span", Role::name).to_owned(),
            properties: dictionary([("MCID", DictItem::Int(number as i64))]),
        },
    }
}

/// Begins content that only furnishes the page.
pub(super) fn begin_artifact(what: Artifact) -> Op {
    let pagination = ("Type", name("Pagination"));
    let properties = match what {
        Artifact::Header => dictionary([pagination, ("Subtype", name("Header"))]),
        Artifact::Footer => dictionary([pagination, ("Subtype", name("Footer"))]),
        Artifact::Repeated => dictionary([pagination]),
        Artifact::Layout => dictionary([("Type", name("Layout"))]),
    };
    Op::BeginMarkedContentWithProperties { tag: "Artifact".to_owned(), properties }
}

/// Ends what was begun last.
pub(super) fn end() -> Op {
    Op::EndMarkedContentWithProperties
}

/// Properties of marked content.
pub(super) fn dictionary<const N: usize>(entries: [(&str, DictItem); N]) -> DictItem {
    let map = entries.into_iter().map(|(key, value)| (key.to_owned(), value));
    DictItem::Dict { map: map.collect::<BTreeMap<_, _>>() }
}

fn name(of: &str) -> DictItem {
    DictItem::Name(of.as_bytes().to_vec())
}
