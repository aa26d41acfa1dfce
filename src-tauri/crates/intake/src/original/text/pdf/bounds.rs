//! Whether a PDF would take more memory than is given, counted before anything is unpacked.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// How many bytes the contents of pages may have, unpacked, one and all together. The fullest
/// drawings of engineers have some ten million.
const MOST: u64 = 48 << 20;

/// Whether the streams of a file that are no pictures unpack to more than is given. Pictures are
/// not unpacked for their words.
pub(super) fn unpacks_too_large(bytes: &[u8]) -> bool {
    let mut left = MOST;
    let mut place = 0;
    while let Some(found) = find(&bytes[place..], b"stream") {
        let at = place + found;
        place = at + b"stream".len();
        if bytes[..at].ends_with(b"end") || is_picture(&bytes[..at]) {
            continue;
        }
        let content = bytes[place..].trim_ascii_start();
        // The mark of zlib; what is packed in other ways grows little.
        if content.first() != Some(&0x78) {
            continue;
        }
        let mut unpacked = ZlibDecoder::new(content).take(left + 1);
        // One that breaks off has unpacked to what was counted until then.
        let count = count(&mut unpacked);
        if count > left {
            return true;
        }
        left -= count;
    }
    false
}

/// How many bytes can be read.
fn count(from: &mut impl Read) -> u64 {
    let mut whole = 0;
    let mut piece = [0; 1 << 14];
    while let Ok(count @ 1..) = from.read(&mut piece) {
        whole += count as u64;
    }
    whole
}

/// Whether the dictionary before a stream says that it is a picture.
fn is_picture(before: &[u8]) -> bool {
    let near = &before[before.len().saturating_sub(1_024)..];
    let from = near.windows(3).rposition(|it| it == b"obj").unwrap_or(0);
    [&b"/Subtype/Image"[..], b"/Subtype /Image"].iter().any(|it| find(&near[from..], it).is_some())
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|it| it == word)
}
