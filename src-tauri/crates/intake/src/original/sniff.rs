//! What a file is. Its name says nothing that can be relied on.
//!
//! The marks of pictures, PDF and zip are our own: they are few, and a text that begins with "BM"
//! is no picture. Text is next, because marks of two bytes, as some recordings have them, occur in
//! texts too. For recordings, films and old office files the library's table is asked.

mod containers;
mod markup;
mod words;

use super::Kind;

/// The kind of a file, by its bytes.
///
/// The whole file should be given: what a zip is stands at its end. From the first 64 KiB alone,
/// everything but the office formats is told apart as well.
pub fn kind(bytes: &[u8]) -> Kind {
    marked(bytes)
        .or_else(|| is_pdf(bytes).then_some(Kind::Pdf))
        .or_else(|| containers::zip(bytes))
        .or_else(|| containers::boxed(bytes))
        .or_else(|| words::kind(bytes))
        .or_else(|| listed(bytes))
        .unwrap_or(Kind::Unknown)
}

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 1 << 16;

fn head(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(HEAD)]
}

/// What is known at a mark that nothing else begins with.
fn marked(bytes: &[u8]) -> Option<Kind> {
    const MARKS: [(&[u8], Kind); 9] = [
        (b"\xFF\xD8\xFF", Kind::Jpeg),
        (b"\x89PNG\r\n\x1A\n", Kind::Png),
        (b"GIF87a", Kind::Gif),
        (b"GIF89a", Kind::Gif),
        (b"II*\0", Kind::Tiff),
        (b"MM\0*", Kind::Tiff),
        // TIFF for more than four gigabytes.
        (b"II+\0", Kind::Tiff),
        (b"MM\0+", Kind::Tiff),
        // Made of letters, which would make it a text.
        (b"#!AMR\n", Kind::Amr),
    ];
    if let Some((_, kind)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(*kind);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Kind::WebP);
    }
    is_bmp(bytes).then_some(Kind::Bmp)
}

/// "BM", and then the length of one of the heads that such pictures have.
fn is_bmp(bytes: &[u8]) -> bool {
    const HEADS: [u32; 7] = [12, 40, 52, 56, 64, 108, 124];
    let length = bytes.get(14..18).and_then(|it| <[u8; 4]>::try_from(it).ok());
    bytes.starts_with(b"BM") && length.is_some_and(|it| HEADS.contains(&u32::from_le_bytes(it)))
}

/// Readers look for the mark in the first 1,024 bytes, for some programs put something before it.
/// An e-mail with a PDF written out in it may do as well, so only what is no word may stand before.
fn is_pdf(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"%PDF-";
    let head = &bytes[..bytes.len().min(1_024)];
    let place = head.windows(MARK.len()).position(|it| it == MARK);
    place.is_some_and(|place| {
        let before = head[..place].trim_ascii();
        before.is_empty() || before == b"\xEF\xBB\xBF" || before.iter().any(|byte| *byte >= 0x80)
    })
}

/// What the library's table knows of the rest.
fn listed(bytes: &[u8]) -> Option<Kind> {
    // The library would take such a file apart, of which nothing is gained.
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Kind::OldOffice);
    }
    let found = infer::get(head(bytes))?;
    let kind = match found.mime_type() {
        "audio/mpeg" => Kind::Mp3,
        "audio/m4a" => Kind::M4a,
        "audio/ogg" | "audio/opus" => Kind::Ogg,
        "audio/x-wav" => Kind::Wav,
        "audio/x-flac" => Kind::Flac,
        "audio/aac" => Kind::Aac,
        "audio/x-aiff" => Kind::Aiff,
        "video/webm" => Kind::WebM,
        "video/x-matroska" => Kind::Mkv,
        "video/x-msvideo" => Kind::Avi,
        "video/x-ms-wmv" => Kind::Wmv,
        "video/mpeg" => Kind::Mpeg,
        "application/x-7z-compressed" => Kind::SevenZip,
        "application/vnd.rar" => Kind::Rar,
        "application/gzip" => Kind::Gzip,
        _ => return None,
    };
    Some(kind)
}
