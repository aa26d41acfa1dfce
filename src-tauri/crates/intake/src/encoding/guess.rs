//! Which of the encodings of one byte a character (or of two, in East Asia) a text is in, where it
//! is not UTF-8.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8};

/// The encoding of bytes that have neither mark nor zero bytes.
pub(super) fn of(bytes: &[u8]) -> &'static Encoding {
    if is_mostly_utf_8(bytes) {
        return UTF_8;
    }
    if let Some(declared) = declared(bytes) {
        return declared;
    }
    if is_mac_roman(bytes) {
        return MACINTOSH;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&telling(bytes), true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The lines that have anything to tell an encoding by, as many as are enough: the library looks at
/// each byte for each encoding that it knows.
fn telling(bytes: &[u8]) -> Vec<u8> {
    const ENOUGH: usize = 1 << 16;
    let mut sample = Vec::new();
    let lines = bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r'));
    for line in lines.filter(|line| !line.is_ascii()) {
        let room = ENOUGH - sample.len();
        sample.extend_from_slice(&line[..line.len().min(room)]);
        if line.len() >= room {
            break;
        }
    }
    sample
}

/// Whether the bytes are UTF-8, or at least more of its characters are whole than broken: some
/// banks cut a name after so many bytes, in the middle of a letter.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || whole > broken
}

/// What the file says of itself: the head of OFX 1, or the declaration of XML.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1_024)]).to_ascii_uppercase();
    let named = if head.contains("OFXHEADER") || head.contains("OFXSGML") {
        let charset = head.split("CHARSET:").nth(1)?;
        // The next field follows without any space where a bank writes the head on one line.
        charset.split("COMPRESSION").next()?
    } else {
        let declaration = head.split("<?XML").nth(1)?.split("?>").next()?;
        declaration.split("ENCODING").nth(1)?.trim_start_matches(['=', ' ', '"', '\''])
    };
    let name: String = named
        .trim_start()
        .chars()
        .take_while(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_'))
        .collect();
    let label = match name.as_str() {
        "1252" => "windows-1252".to_owned(),
        "8859-1" => "iso-8859-1".to_owned(),
        _ if name.len() == 4 && name.starts_with("125") => format!("windows-{name}"),
        _ => name,
    };
    // Bytes that are not UTF-8 are not UTF-8 because a head says so.
    Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding != UTF_8)
}

/// Whether it is the encoding of old Macintoshes, which the library for guessing does not know.
///
/// Beside a letter, Mac Roman has letters of its own where Windows 1252 has dashes, quotes and dots
/// (0x80 to 0x9F), and symbols where Windows has its letters (0xC0 to 0xFF). Only bytes that touch
/// a letter are counted, and Windows is believed where it is even.
fn is_mac_roman(bytes: &[u8]) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let (mut mac, mut windows) = (0_usize, 0_usize);
    for (place, byte) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        let before = is_letter(place.checked_sub(1).and_then(|place| bytes.get(place)));
        let behind = is_letter(bytes.get(place + 1));
        match byte {
            // Œ, Š, Ž and their like are letters in Windows too, though rare ones.
            0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F if before || behind => mac += 1,
            // The rest are letters in Mac Roman alone; a quote or a dash may touch one letter, and
            // hardly two.
            0x80..=0x9F | 0xA7 | 0xAE | 0xAF | 0xBE | 0xBF if before && behind => mac += 2,
            0xC0..=0xFF if before || behind => windows += 2,
            _ => {}
        }
    }
    mac > windows
}
