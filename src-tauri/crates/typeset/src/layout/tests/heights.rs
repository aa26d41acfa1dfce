//! Lines of scripts that stack their letters are as high as those letters reach.

use super::*;
use crate::fonts::Reaches;

/// Words of scripts whose letters reach far above and below the line.
const TALL: [(&str, &str); 18] = [
    ("Javanese", "ꦱ꧀ꦠꦿꦶ ꦏꦿꦸꦁ ꦩ꧀ꦥꦸ "),
    ("Grantha", "𑌕𑍍𑌷𑍍𑌮𑌿 𑌸𑍍𑌤𑍍𑌰𑍀 "),
    ("Tagalog", "ᜃᜒᜎᜓ ᜊᜒᜑᜓ "),
    ("Tibetan", "བསྒྲུབས་ རྒྱུད་ ཧཱུྃ་ "),
    ("Burmese", "မြို့ ပစ္စည်း လက္ခံ သတ္တုံ "),
    ("Thai", "ที่ ปู่ ฎู้ กู้ฏิ์ "),
    ("Lao", "ຫຼິ້ນ ຢູ່ ປຸ້ "),
    ("Khmer", "ស្ត្រី ក្រុំ ង្គ្រៀម "),
    ("Urdu", "پہنچے ہیں؛ کُچھ ٹُکڑے "),
    ("Arabic with its vowels", "الْحُجَّةُ ثُمَّ يُلْغِي "),
    ("Hebrew with its vowels", "שָׁלוֹם עֲלֵיכֶם "),
    ("Devanagari", "द्ध्र्यूँ स्त्रीं "),
    ("Telugu", "స్త్రీ క్ష్మి "),
    ("Malayalam", "സ്ത്രീ ക്ഷ്മി "),
    ("Sinhala", "ස්ත්‍රී ක්‍ෂුද්‍ර "),
    ("Balinese", "ᬲ᭄ᬢ᭄ᬭᬷ ᬓ᭄ᬭᬸᬂ "),
    ("Mongolian", "ᠮᠣᠩᠭᠣᠯ "),
    ("Chinese", "鑰匙 "),
];

/// From the highest to the lowest point of what a line draws, down the page; none of a line that
/// draws nothing or shows boxes for letters that no font has.
fn ink(placed: &PlacedLine, shaper: &Shaper, reaches: &mut Reaches) -> Option<(f32, f32)> {
    let mut found: Option<(f32, f32)> = None;
    for run in placed.line.stretches.iter().map(|stretch| &stretch.run) {
        for glyph in &run.glyphs {
            let Some(reach) = reaches.of(shaper.fonts(), run.face, glyph.id) else { continue };
            let own = reach.raised(glyph.dy);
            let point = |thousandths: f32| placed.y + thousandths * placed.size / 1000.0;
            let (top, bottom) = (point(-own.above), point(own.below));
            found = Some(found.map_or((top, bottom), |(t, b)| (t.min(top), b.max(bottom))));
        }
    }
    found
}

/// The blocks in which a text may stand in lines below one another.
fn blocks(text: &str) -> Vec<(&'static str, Block)> {
    vec![
        ("a table", specimen::table_of(Text::plain(text))),
        ("a paragraph", Block::Paragraph(Text::plain(text))),
        ("a remark", Block::Remark(Text::plain(text))),
        ("a heading", Block::Heading { level: 1, text: text.into() }),
        ("a list", Block::List(vec![Text::plain(text), Text::plain(text)])),
        ("facts", Block::Facts(vec![(text.into(), Text::plain(text))])),
    ]
}

#[test]
fn no_line_of_a_tall_script_runs_into_the_next() {
    let mut shaper = Shaper::new(Fallback::System).expect("the shipped fonts are sound");
    let mut reaches = Reaches::default();
    let mut seen = 0;
    for (script, words) in TALL {
        for (place, block) in blocks(&words.repeat(30)) {
            let pages = super::super::pages(&specimen::of(Paper::A4, vec![block]), &mut shaper);
            for page in &pages.pages {
                // The lines of one column and one text stand below one another.
                for (at, line) in body(page).iter().enumerate() {
                    let next =
                        body(page).into_iter().skip(at + 1).find(|next| next.mark == line.mark);
                    let Some(next) = next else { continue };
                    let own = ink(line, &shaper, &mut reaches);
                    let Some((own, below)) = own.zip(ink(next, &shaper, &mut reaches)) else {
                        continue;
                    };
                    seen += 1;
                    assert!(
                        own.1 <= below.0 + 0.01,
                        "{script}, {place}: a line ends at {} and the next begins at {}",
                        own.1,
                        below.0
                    );
                }
            }
        }
    }
    assert!(seen > 100, "the shipped fonts alone have some of them: {seen} pairs of lines");
}

#[test]
fn all_lines_of_a_paragraph_are_of_one_height_and_other_lines_keep_theirs() {
    let mut shaper = Shaper::new(Fallback::System).expect("the shipped fonts are sound");
    let plain = "The company cancelled the crossing two hours before it was to depart. ".repeat(4);
    let mut apart = |text: &str| {
        let pages = super::super::pages(&specimen::paragraph(text), &mut shaper);
        let lines: Vec<f32> = body(&pages.pages[0]).iter().map(|line| line.y).collect();
        lines.windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<f32>>()
    };
    let even = |steps: &[f32]| steps.iter().all(|step| (step - steps[0]).abs() < 0.01);
    let own = apart(&plain);
    assert!(own.len() > 2 && own.iter().all(|step| *step == measure::BODY.leading), "{own:?}");
    let accents = apart(&plain.replace('e', "Ế"));
    assert!(accents.iter().all(|step| *step == measure::BODY.leading), "{accents:?}");
    let vowels = apart(&format!("{plain} الْحُجَّةُ ثُمَّ يُلْغِي {plain}"));
    assert!(even(&vowels), "one word does not part one line from the others: {vowels:?}");
}
