//! Archives that were made to harm, or came to harm: each is refused for what is wrong with it.

use holdfast_intake::archive::ProblemCode;

use crate::check;
use crate::make::{BILL, Item, ROWS, TABLE, good, hash, manifest, manifest_of, original, zip};

/// A good archive with a change to its entries.
fn with(change: impl FnOnce(&mut Vec<Item>)) -> Vec<u8> {
    let mut items = good().to_vec();
    change(&mut items);
    zip(&items)
}

/// A good archive with one more entry, which the manifest does not name.
fn with_one_more(item: Item) -> Vec<u8> {
    with(|items| items.push(item))
}

/// An archive of a manifest alone.
fn only(manifest: &str) -> Vec<u8> {
    zip(&[Item::deflated("manifest.json", manifest.as_bytes())])
}

/// An archive of one table with those rows.
fn rows(rows: &[u8]) -> Vec<u8> {
    let json = manifest(&[(TABLE, rows)]);
    zip(&[Item::deflated(TABLE, rows), Item::deflated("manifest.json", json.as_bytes())])
}

/// A good archive with so many bytes of it changed.
fn patched(at: impl FnOnce(&[u8]) -> usize, bytes: &[u8]) -> Vec<u8> {
    let mut all = zip(&good());
    let at = at(&all);
    all[at..at + bytes.len()].copy_from_slice(bytes);
    all
}

fn names() -> Vec<(&'static str, Vec<u8>, ProblemCode)> {
    let named = |name: &str| with_one_more(Item::stored(name, b"x"));
    vec![
        ("a name that leads up", named("../dispute.jsonl"), ProblemCode::UnsafeName),
        ("one that leads up later", named("records/../../x"), ProblemCode::UnsafeName),
        ("an absolute name", named("/etc/passwd"), ProblemCode::UnsafeName),
        ("a backslash", named("records\\claim.jsonl"), ProblemCode::UnsafeName),
        ("a share", named("\\\\server\\share"), ProblemCode::UnsafeName),
        ("a drive letter", named("C:autoexec.bat"), ProblemCode::UnsafeName),
        ("a null byte", named("records/claim.jsonl\0.txt"), ProblemCode::UnsafeName),
        ("no name", named(""), ProblemCode::ForeignName),
        ("another name", named("setup.exe"), ProblemCode::ForeignName),
        ("a name of another folder", named("records/deep/claim.jsonl"), ProblemCode::ForeignName),
        ("a name that is no hash", named("originals/bill.pdf"), ProblemCode::ForeignName),
        ("a name in capitals", named("records/DISPUTE.jsonl"), ProblemCode::ForeignName),
        ("a hash in capitals", named(&original().to_uppercase()), ProblemCode::ForeignName),
        ("a folder", named("records/"), ProblemCode::Folder),
        ("a doubled name", named(TABLE), ProblemCode::DoubledName),
        ("a doubled manifest", named("manifest.json"), ProblemCode::DoubledName),
        (
            "a name that is no text",
            with(|it| {
                it[0].name = vec![0xFF; TABLE.len()];
                it[0].local_name = vec![0xFF; TABLE.len()];
            }),
            ProblemCode::ForeignName,
        ),
        (
            "another name at the entry",
            with(|it| it[0].local_name = b"records/DISPUTE.jsonl".to_vec()),
            ProblemCode::HeadersDiffer,
        ),
        (
            "a name at the entry that leads up",
            with(|it| it[0].local_name = b"../../../disputejsonl".to_vec()),
            ProblemCode::HeadersDiffer,
        ),
    ]
}

fn kinds() -> Vec<(&'static str, Vec<u8>, ProblemCode)> {
    let change = |of: fn(&mut Item)| with(|it| of(&mut it[0]));
    vec![
        ("a link", change(|it| it.external = 0o120_777 << 16), ProblemCode::Link),
        ("a device", change(|it| it.external = 0o060_644 << 16), ProblemCode::Link),
        ("a folder by its mode", change(|it| it.external = 0o040_755 << 16), ProblemCode::Folder),
        ("a folder by its mark", change(|it| it.external |= 0x10), ProblemCode::Folder),
        ("a password", change(|it| it.flags = 1), ProblemCode::Encrypted),
        ("a strong password", change(|it| it.flags = 1 | 1 << 6), ProblemCode::Encrypted),
        ("hidden headers", change(|it| it.flags = 1 << 13), ProblemCode::Encrypted),
        ("bzip2", change(|it| it.method = 12), ProblemCode::UnknownCompression),
        ("a patch", change(|it| it.flags = 1 << 5), ProblemCode::UnknownCompression),
        ("no deflated data", change(|it| it.packed.fill(0xFF)), ProblemCode::HashDiffers),
        (
            "an extra field",
            change(|it| it.extra = b"up\x05\x00\x01abcd".to_vec()),
            ProblemCode::HeadersDiffer,
        ),
        ("a remark", change(|it| it.remark = b"hello".to_vec()), ProblemCode::ForeignBytes),
    ]
}

fn sizes() -> Vec<(&'static str, Vec<u8>, ProblemCode)> {
    let bomb = vec![b'\n'; 200 << 20];
    let nested = format!("{{\"a\":{}", "[".repeat(1 << 20));
    let deep = format!("{{\"format\":{}", "[".repeat(1 << 20));
    vec![
        ("a bomb", rows(&bomb), ProblemCode::UnpacksTooLarge),
        (
            "a bomb that says it is small",
            with(|it| it[0].packed = Item::deflated(TABLE, &bomb).packed),
            ProblemCode::UnpacksTooLarge,
        ),
        ("more than is said", with(|it| it[0].size -= 1), ProblemCode::SizeDiffers),
        ("stored, and another size", with(|it| it[1].size += 1), ProblemCode::SizeDiffers),
        (
            "something behind the packed bytes",
            with(|it| it[0].packed.push(0)),
            ProblemCode::SizeDiffers,
        ),
        ("a wrong sum", with(|it| it[1].crc ^= 1), ProblemCode::HashDiffers),
        (
            "a wrong hash",
            zip(&[
                Item::stored(&original(), b"90.00 for a lamp"),
                Item::deflated("manifest.json", manifest(&[(&original(), BILL)]).as_bytes()),
            ]),
            ProblemCode::HashDiffers,
        ),
        (
            "an original that is called as another",
            only(&manifest_of(&format!(
                "{{\"name\":\"{}\",\"size\":1,\"sha256\":\"{}\"}}",
                original(),
                hash(b"x")
            ))),
            ProblemCode::HashDiffers,
        ),
        ("a row that goes deep", rows(nested.as_bytes()), ProblemCode::BadRow),
        ("a manifest that goes deep", only(&deep), ProblemCode::BadManifest),
        ("a row without an end", rows(&ROWS[..ROWS.len() - 1]), ProblemCode::BadRow),
        ("an empty row", rows(b"\n"), ProblemCode::BadRow),
        ("rows of other columns", rows(b"{\"id\":1}\n{\"name\":1}\n"), ProblemCode::BadRow),
        ("a row that is no text", rows(b"{\"id\":\"\xFF\"}\n"), ProblemCode::BadRow),
    ]
}

fn files() -> Vec<(&'static str, Vec<u8>, ProblemCode)> {
    let good = zip(&good());
    let end = |all: &[u8]| all.len() - 22;
    let central = |all: &[u8]| {
        let place = all.windows(4).position(|it| it == b"PK\x01\x02");
        place.expect("there is a directory")
    };
    vec![
        ("nothing", Vec::new(), ProblemCode::NotAnArchive),
        ("something else", b"%PDF-1.7 and so on".to_vec(), ProblemCode::NotAnArchive),
        ("the beginning", good[..good.len() / 2].to_vec(), ProblemCode::CutShort),
        ("two bytes", good[..2].to_vec(), ProblemCode::CutShort),
        ("all but the end", good[..good.len() - 1].to_vec(), ProblemCode::CutShort),
        ("something before", [b"#!/bin/sh\n", &good[..]].concat(), ProblemCode::ForeignBytes),
        ("something behind", [&good[..], b"x"].concat(), ProblemCode::ForeignBytes),
        ("another archive behind", [&good[..], &good].concat(), ProblemCode::ForeignBytes),
        (
            "something between",
            with(|it| it[0].behind = b"hidden".to_vec()),
            ProblemCode::ForeignBytes,
        ),
        (
            "something before the directory",
            with(|it| it[2].behind = b"x".to_vec()),
            ProblemCode::ForeignBytes,
        ),
        (
            "fewer entries than there are",
            patched(|all| end(all) + 8, &[2, 0, 2, 0]),
            ProblemCode::ForeignBytes,
        ),
        (
            "more entries than there are",
            patched(|all| end(all) + 8, &[4, 0, 4, 0]),
            ProblemCode::CutShort,
        ),
        (
            "more entries than any record has",
            patched(|all| end(all) + 8, &[0xFE, 0xFF, 0xFE, 0xFF, 1, 0, 0, 0x7F]),
            ProblemCode::TooManyEntries,
        ),
        (
            "a directory elsewhere",
            patched(|all| end(all) + 16, &[0, 0, 0, 0]),
            ProblemCode::ForeignBytes,
        ),
        (
            "an entry elsewhere",
            patched(|all| central(all) + 42, &[9, 0, 0, 0]),
            ProblemCode::ForeignBytes,
        ),
        ("two disks", patched(|all| end(all) + 4, &[1, 0]), ProblemCode::ForeignBytes),
        (
            "a large end that is not there",
            patched(|all| end(all) + 8, &[0xFF; 12]),
            ProblemCode::ForeignBytes,
        ),
    ]
}

fn manifests() -> Vec<(&'static str, Vec<u8>, ProblemCode)> {
    let good_json = manifest(&[(TABLE, ROWS), (&original(), BILL)]);
    let twice = format!("{{\"name\":\"{TABLE}\",\"size\":1,\"sha256\":\"{}\"}}", hash(ROWS));
    let swapped = |from: &str, to: &str| only(&good_json.replace(from, to));
    vec![
        ("no manifest", with(|it| drop(it.pop())), ProblemCode::MissingEntry),
        (
            "an entry that it does not name",
            with_one_more(Item::stored("records/claim.jsonl", b"")),
            ProblemCode::NotInManifest,
        ),
        ("one that is not there", with(|it| drop(it.remove(0))), ProblemCode::MissingEntry),
        (
            "one that it names twice",
            only(&manifest_of(&format!("{twice},{twice}"))),
            ProblemCode::DoubledName,
        ),
        ("itself", only(&manifest(&[("manifest.json", b"")])), ProblemCode::BadManifest),
        ("a name that leads up", only(&manifest(&[("../x", b"")])), ProblemCode::UnsafeName),
        (
            "another size than is there",
            swapped("\"size\":16", "\"size\":17"),
            ProblemCode::MissingEntry,
        ),
        ("no JSON", only("records: all of them"), ProblemCode::BadManifest),
        (
            "something unknown",
            swapped("\"schema\":14", "\"schema\":14,\"run\":1"),
            ProblemCode::BadManifest,
        ),
        (
            "a version twice",
            swapped("\"version\":1", "\"version\":1,\"version\":2"),
            ProblemCode::BadManifest,
        ),
        (
            "a schema before the first",
            swapped("\"schema\":14", "\"schema\":0"),
            ProblemCode::BadManifest,
        ),
        ("no day", swapped("2026-06-20T", "soon"), ProblemCode::BadManifest),
        ("another format", swapped("holdfast-archive", "recipes"), ProblemCode::NotAnArchive),
        (
            "a newer format",
            swapped("\"version\":1", "\"version\":2,\"more\":{}"),
            ProblemCode::NewerFormat,
        ),
        (
            "a size that the entry has not",
            {
                let json = good_json.replace("\"size\":16", "\"size\":17");
                with(|it| it[2] = Item::deflated("manifest.json", json.as_bytes()))
            },
            ProblemCode::SizeDiffers,
        ),
    ]
}

#[test]
fn each_is_refused_for_what_is_wrong_with_it() {
    let tables = [names(), kinds(), sizes(), files(), manifests()];
    // What only disks can do needs no archive, and whoever decrypts one says that it was changed.
    let mut tried = vec![ProblemCode::Unreadable, ProblemCode::DiskFull, ProblemCode::Changed];
    for (what, bytes, code) in tables.into_iter().flatten() {
        let refused = check(&bytes).map(|_| ()).expect_err(what);
        assert_eq!(refused.code, code, "{what}: {refused}");
        let line = refused.text.chars().all(|it| !it.is_control());
        assert!(line && refused.text.len() <= 1_200, "{what}: it can be shown");
        tried.push(code);
    }
    for code in ProblemCode::ALL {
        assert!(tried.contains(code), "no archive is refused as {}", code.as_str());
    }
}
