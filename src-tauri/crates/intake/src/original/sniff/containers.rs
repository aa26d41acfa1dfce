//! Files with other things in them: zip and what is made of it, and the boxes of Apple and MPEG.

use super::super::Kind;
use super::super::archive;

/// The kind of a zip, told by what it holds.
pub(super) fn zip(bytes: &[u8]) -> Option<Kind> {
    if !bytes.starts_with(b"PK\x03\x04") && !bytes.starts_with(b"PK\x05\x06") {
        return None;
    }
    // One that cannot be opened is a zip all the same: whoever reads it will say what is wrong.
    let Ok(mut archive) = archive::open(bytes) else { return Some(Kind::Zip) };
    if let Some(kind) = open_document(&mut archive) {
        return Some(kind);
    }
    const MARKS: [(&str, Kind); 3] = [
        ("word/document.xml", Kind::Docx),
        ("xl/workbook.xml", Kind::Xlsx),
        ("ppt/presentation.xml", Kind::Pptx),
    ];
    let has = |name: &str| archive.index_for_name(name).is_some();
    let found = MARKS.iter().find(|(mark, _)| has("[Content_Types].xml") && has(mark));
    Some(found.map_or(Kind::Zip, |(_, kind)| *kind))
}

/// The formats of OpenDocument say what they are in an entry of its own.
fn open_document(archive: &mut archive::Opened<'_>) -> Option<Kind> {
    let media_type = archive::entry(archive, "mimetype", 200).ok()??;
    let media_type = std::str::from_utf8(&media_type).ok()?.trim();
    [Kind::Odt, Kind::Ods].into_iter().find(|kind| kind.media_type() == media_type)
}

/// The kind of a file of boxes (ISO/IEC 14496-12), by the brands that it names first.
pub(super) fn boxed(bytes: &[u8]) -> Option<Kind> {
    const BOXES_OF_OLD_FILMS: [&[u8]; 2] = [b"moov", b"mdat"];
    let first = bytes.get(4..8)?;
    if BOXES_OF_OLD_FILMS.contains(&first) {
        return Some(Kind::Mov);
    }
    if first != b"ftyp" {
        return None;
    }
    let length = <[u8; 4]>::try_from(bytes.get(..4)?).map(u32::from_be_bytes).ok()?;
    let end = usize::try_from(length).ok()?.clamp(16, 256).min(bytes.len());
    let brand = bytes.get(8..12)?;
    // The general brands say only with those that follow what it is.
    let others = bytes.get(16..end).unwrap_or_default().chunks_exact(4);
    let found = std::iter::once(brand).chain(others).find_map(by_brand);
    Some(found.unwrap_or(Kind::Mp4))
}

fn by_brand(brand: &[u8]) -> Option<Kind> {
    match brand {
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"hevm" | b"hevs" => {
            Some(Kind::Heic)
        }
        b"avif" | b"avis" => Some(Kind::Avif),
        b"qt  " => Some(Kind::Mov),
        b"M4A " | b"M4B " => Some(Kind::M4a),
        [b'3', b'g', ..] => Some(Kind::ThreeGp),
        b"mp41" | b"mp42" | b"avc1" | b"M4V " => Some(Kind::Mp4),
        _ => None,
    }
}
