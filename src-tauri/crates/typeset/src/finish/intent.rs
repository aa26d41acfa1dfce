//! Which colours are meant: those of sRGB, with the profile that archives want inside the file.

use lopdf::{Object, Stream, dictionary};

/// The colour space that the profile describes.
const NAME: &str = "sRGB IEC61966-2.1";

/// Adds the profile and gives the output intent (ISO 19005-3, 6.2.3).
pub(super) fn screen(file: &mut lopdf::Document) -> Object {
    let profile = Stream::new(dictionary! { "N" => 3 }, profile());
    let profile = file.add_object(profile);
    Object::Dictionary(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal(NAME),
        "Info" => Object::string_literal(NAME),
        "DestOutputProfile" => profile,
    })
}

/// The primaries of sRGB (IEC 61966-2-1) seen in the light of D50, and D50 itself, as X, Y, Z.
const PRIMARIES: [(&[u8; 4], [i32; 3]); 4] = [
    (b"rXYZ", [436_066, 222_488, 13_916]),
    (b"gXYZ", [385_147, 716_873, 97_076]),
    (b"bXYZ", [143_066, 60_608, 714_096]),
    (b"wtpt", [964_203, 1_000_000, 824_905]),
];
/// From the light of D65 to that of D50 by Bradford's method, row by row (ICC.1:2004-10, annex E).
const ADAPTATION: [i32; 9] =
    [1_047_882, 22_919, -50_217, 29_587, 990_484, -17_059, -9_232, 15_076, 751_678];
/// The curve of sRGB: g, a, b, c, d of Y = (aX + b)^g, or cX where X is less than d.
const CURVE: [i32; 5] = [2_400_000, 947_867, 52_133, 77_399, 40_450];

/// An ICC profile of sRGB (ICC.1:2004-10): a matrix and a curve, of some 500 bytes.
fn profile() -> Vec<u8> {
    let mut tags: Vec<([u8; 4], Vec<u8>)> = vec![
        (*b"desc", words(NAME)),
        (*b"cprt", words("No copyright, use freely")),
        (*b"chad", numbers(b"sf32", &ADAPTATION)),
    ];
    tags.extend(PRIMARIES.iter().map(|(name, xyz)| (**name, numbers(b"XYZ ", xyz))));
    // The three curves are one: the tags point to the same bytes.
    tags.push((*b"rTRC", curve()));
    let count = tags.len() + 2;
    let mut table = u32::try_from(count).unwrap_or_default().to_be_bytes().to_vec();
    let mut data = Vec::new();
    let first = HEADER + 4 + count * 12;
    for (name, content) in tags {
        let places = [be(first + data.len()), be(content.len())].concat();
        table.extend([&name[..], &places].concat());
        if name == *b"rTRC" {
            table.extend([&b"gTRC"[..], &places, b"bTRC", &places].concat());
        }
        data.extend(content);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    [header(first + data.len()), table, data].concat()
}

/// How long the header is.
const HEADER: usize = 128;

fn header(size: usize) -> Vec<u8> {
    let mut header = be(size).to_vec();
    // No preferred program; version 4.2; a display's profile from RGB to XYZ.
    header.extend([0, 0, 0, 0, 4, 0x20, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // A day on which nothing depends: 1 January 2026.
    header.extend([0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    header.extend(b"acsp");
    header.resize(68, 0);
    // The light is that of D50.
    header.extend(PRIMARIES[3].1.map(fixed).concat());
    header.resize(HEADER, 0);
    header
}

/// A text in English, as type `mluc`.
fn words(text: &str) -> Vec<u8> {
    let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let head = [&b"mluc"[..], &be(0), &be(1), &be(12), b"enUS", &be(text.len()), &be(28)];
    [head.concat(), text].concat()
}

/// Numbers of a type that is nothing but numbers.
fn numbers(kind: &[u8; 4], millionths: &[i32]) -> Vec<u8> {
    let numbers = millionths.iter().flat_map(|number| fixed(*number));
    kind.iter().copied().chain(be(0)).chain(numbers).collect()
}

/// The curve, as function 3 of type `para`.
fn curve() -> Vec<u8> {
    let head = [&b"para"[..], &be(0), &[0, 3, 0, 0]].concat();
    [head, CURVE.map(fixed).concat()].concat()
}

/// Millionths as a number with 16 bits behind the point.
fn fixed(millionths: i32) -> [u8; 4] {
    let scaled = i64::from(millionths) * 65_536;
    let rounded = (scaled + 500_000 * scaled.signum()) / 1_000_000;
    i32::try_from(rounded).unwrap_or_default().to_be_bytes()
}

fn be(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or_default().to_be_bytes()
}
