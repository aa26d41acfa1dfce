//! The font of the words beneath pictures (ISO 32000-1, 9.7).

use std::fmt::Write;

use lopdf::{Object, ObjectId, Stream, dictionary};

use crate::beneath::Letters;
use crate::fonts::Blank;

/// Adds the font.
pub(super) fn font(file: &mut lopdf::Document, letters: &Letters, blank: &Blank) -> ObjectId {
    let count = letters.all().count();
    // Every character has the same glyph: the first behind the one that stands for none.
    let glyphs: Vec<u8> = (0..=count).flat_map(|code| [0, u8::from(code > 0)]).collect();
    let glyphs = file.add_object(Stream::new(dictionary! {}, glyphs));
    let program = dictionary! { "Length1" => blank.bytes.len() as i64 };
    let program = file.add_object(Stream::new(program, blank.bytes.clone()));
    let side = Object::Integer(1_000);
    let descriptor = file.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => blank.name.as_str(),
        "Flags" => 4,
        "FontBBox" => vec![0.into(), 0.into(), side.clone(), side],
        "ItalicAngle" => 0,
        "Ascent" => 800,
        "Descent" => -220,
        "CapHeight" => 700,
        "StemV" => 80,
        "FontFile2" => program,
    });
    let descendant = file.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => blank.name.as_str(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "DW" => i64::from(blank.advance),
        "CIDToGIDMap" => glyphs,
        "FontDescriptor" => descriptor,
    });
    let characters = characters(letters);
    let characters = file.add_object(Stream::new(dictionary! {}, characters.into_bytes()));
    file.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => blank.name.as_str(),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![Object::Reference(descendant)],
        "ToUnicode" => characters,
    })
}

/// Which character each number is (ISO 32000-1, 9.10.3).
fn characters(letters: &Letters) -> String {
    let mut map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
                   /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
                   /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
                   1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        .to_owned();
    let all: Vec<(char, u16)> = letters.all().collect();
    for some in all.chunks(100) {
        let mut lines = format!("{} beginbfchar\n", some.len());
        for (letter, code) in some {
            let units: String =
                letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("{unit:04X}")).collect();
            // Writing to a string cannot fail.
            let _ = writeln!(lines, "<{code:04X}> <{units}>");
        }
        map.push_str(&lines);
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
