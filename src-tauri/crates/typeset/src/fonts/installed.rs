//! The fonts of the machine: which there are, in a stable order, and which of them has a character.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use fontdb::{Database, FaceInfo, ID, Source, Stretch, Style};

use super::coverage::{self, Coverage};
use super::region::Region;
use super::sfnt;

/// The fonts of a machine or a folder.
pub(super) struct Installed {
    database: Database,
    families: Vec<Family>,
    /// The families by preference, for each region.
    orders: [OnceLock<Vec<usize>>; Region::COUNT],
}

/// A family in the weights that are wanted.
struct Family {
    name: String,
    regular: Member,
    strong: Option<Member>,
}

/// A face of a family.
struct Member {
    id: ID,
    weight: u16,
    coverage: OnceLock<Coverage>,
}

/// A font that was read from the machine.
pub(super) struct FontFile {
    /// The file, with one face.
    pub(super) bytes: Vec<u8>,
    /// The PostScript name.
    pub(super) name: String,
    /// The weight, from 100 to 900.
    pub(super) weight: u16,
    /// The weight that a variable font is to be set to.
    pub(super) instance: Option<f32>,
}

/// Beginnings of families' names, the best for running text first. The first group is what goes
/// best with the text face; the others are what the common systems come with.
const PREFERRED: &[&[&str]] = &[
    &["Noto Serif", "Source Han Serif", "Source Serif"],
    &["Noto Sans", "Source Han Sans", "Source Sans"],
    &["Noto "],
    &["Songti", "Hiragino Mincho", "Yu Mincho", "MS Mincho", "SimSun", "PMingLiU", "Batang"],
    &["PingFang", "Hiragino", "Apple SD Gothic", "Yu Gothic", "Microsoft YaHei", "Malgun"],
    &["Microsoft JhengHei", "Nirmala", "Leelawadee", "Ebrima", "Gadugi", "Myanmar", "Kohinoor"],
    &["Times New Roman", "Segoe UI", "Apple Symbols", "DejaVu Serif", "DejaVu Sans"],
];

/// Families that draw any character as a placeholder.
const PLACEHOLDERS: &[&str] = &["LastResort", ".LastResort", "Last Resort", "Adobe Blank"];

/// Families that are for other than running text, or coarse.
const LAST: &[&str] = &["Mono", "Display", "Condensed", "Unifont", "Slanted"];

impl Installed {
    /// The fonts of this machine, looked for once while the program runs.
    pub(super) fn on_the_machine() -> Arc<Self> {
        static MACHINE: OnceLock<Arc<Installed>> = OnceLock::new();
        let found = MACHINE.get_or_init(|| {
            let mut database = Database::new();
            database.load_system_fonts();
            Arc::new(Self::of(database))
        });
        Arc::clone(found)
    }

    /// The fonts in a folder and the folders in it.
    pub(super) fn in_folder(folder: &Path) -> Self {
        let mut database = Database::new();
        database.load_fonts_dir(folder);
        Self::of(database)
    }

    fn of(database: Database) -> Self {
        let mut by_name: BTreeMap<String, Vec<&FaceInfo>> = BTreeMap::new();
        for face in database.faces().filter(|face| face.style == Style::Normal) {
            if let Some((name, _)) = face.families.first()
                && !PLACEHOLDERS.iter().any(|it| name.starts_with(it))
            {
                by_name.entry(name.clone()).or_default().push(face);
            }
        }
        let families = by_name.into_iter().filter_map(|(name, faces)| Family::of(name, faces));
        let families = families.collect();
        Self { database, families, orders: Default::default() }
    }

    /// The families by number that have all characters of a text, the best first.
    pub(super) fn having<'a>(
        &'a self,
        text: &'a str,
        region: Region,
    ) -> impl Iterator<Item = usize> + 'a {
        let order = self.preferred(region).iter().copied();
        order.filter(|family| self.has(&self.families[*family].regular, text))
    }

    /// How late a family is asked.
    pub(super) fn place(&self, family: usize, region: Region) -> usize {
        let order = self.preferred(region);
        order.iter().position(|other| *other == family).unwrap_or(order.len())
    }

    /// The families by number, the best first.
    fn preferred(&self, region: Region) -> &[usize] {
        self.orders[region as usize].get_or_init(|| self.order(region))
    }

    fn order(&self, region: Region) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.families.len()).collect();
        order.sort_by_cached_key(|family| {
            let name = &self.families[*family].name;
            let own = Region::of_family(name);
            (rank(name), own != region && own != Region::Any, own != region, name.clone())
        });
        order
    }

    fn has(&self, member: &Member, text: &str) -> bool {
        let coverage = member.coverage.get_or_init(|| {
            let of = |data: &[u8], face: u32| Coverage::of(data, face);
            self.database.with_face_data(member.id, of).unwrap_or_default()
        });
        text.chars().filter(|c| coverage::must_have(*c)).all(|c| coverage.has(c))
    }

    /// Reads a family's file in a weight, if it can draw a text.
    pub(super) fn load(&self, family: usize, text: &str, is_strong: bool) -> Option<FontFile> {
        let family = self.families.get(family)?;
        let strong = family.strong.as_ref().filter(|member| is_strong && self.has(member, text));
        let member = strong.unwrap_or(&family.regular);
        let single = |data: &[u8], face: u32| sfnt::single(data, face);
        let bytes = self.database.with_face_data(member.id, single).flatten()?;
        if !coverage::is_drawn(&bytes, text) {
            return None;
        }
        let wanted: u16 = if is_strong { 600 } else { 400 };
        let range = coverage::weights(&bytes);
        let instance = range.map(|(least, most)| f32::from(wanted).clamp(least, most));
        let weight = if instance.is_some() { wanted } else { member.weight };
        let info = self.database.face(member.id)?;
        Some(FontFile { bytes, name: pdf_name(&info.post_script_name), weight, instance })
    }
}

impl Family {
    /// A family of its upright faces, those of ordinary width if there are such.
    fn of(name: String, mut faces: Vec<&FaceInfo>) -> Option<Self> {
        if faces.iter().any(|face| face.stretch == Stretch::Normal) {
            faces.retain(|face| face.stretch == Stretch::Normal);
        }
        // A font that lies in two folders is one; which of them is no matter of chance.
        faces.sort_by_key(|face| (path(face), face.index));
        let nearest = |wanted: u16, least: u16| {
            let faces = faces.iter().filter(|face| weight(face) >= least);
            faces.min_by_key(|face| weight(face).abs_diff(wanted)).copied()
        };
        let regular = nearest(400, 0)?;
        let strong = nearest(600, 550).filter(|strong| strong.id != regular.id);
        Some(Self { name, regular: Member::of(regular), strong: strong.map(Member::of) })
    }
}

impl Member {
    fn of(face: &FaceInfo) -> Self {
        Self { id: face.id, weight: weight(face), coverage: OnceLock::new() }
    }
}

/// A face's weight. Some bold fonts say in one place that they are regular, and bold in their name.
fn weight(face: &FaceInfo) -> u16 {
    let is_named_bold = face.post_script_name.ends_with("-Bold");
    if is_named_bold { face.weight.0.max(700) } else { face.weight.0 }
}

fn path(face: &FaceInfo) -> PathBuf {
    match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => path.clone(),
        Source::Binary(_) => PathBuf::new(),
    }
}

/// How late a family is asked.
fn rank(name: &str) -> usize {
    let last = PREFERRED.len() + 1;
    if LAST.iter().any(|it| name.contains(it)) {
        return last;
    }
    let group = PREFERRED.iter().position(|group| group.iter().any(|it| name.starts_with(it)));
    group.unwrap_or(last - 1)
}

/// A PostScript name as it may stand in a PDF file.
fn pdf_name(name: &str) -> String {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name: String = name.chars().filter(is_plain).take(60).collect();
    if name.is_empty() { "Font".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fonts that come with the program, as those of a machine.
    fn shipped() -> Installed {
        Installed::in_folder(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts")))
    }

    #[test]
    fn a_family_is_found_by_its_characters_and_read_in_the_weight_that_is_wanted() {
        let fonts = shipped();
        let cases = [
            ("ש", false, "NotoSerifHebrew-Regular", 400),
            ("ש\u{5B0}\u{200F}", true, "NotoSerifHebrew-SemiBold", 600),
            ("م", false, "NotoNaskhArabic-Regular", 400),
            ("Ж", true, "SourceSerif4-SemiBold", 600),
        ];
        for (text, is_strong, name, weight) in cases {
            let family = fonts.having(text, Region::Any).next().expect("a family has it");
            let file = fonts.load(family, text, is_strong).expect("it can be read");
            assert_eq!((file.name.as_str(), file.weight), (name, weight), "{text}");
            assert_eq!(file.instance, None, "{name} does not vary");
        }
        assert_eq!(fonts.having("中", Region::Any).next(), None, "none has it");
        assert_eq!(fonts.having("שЖ", Region::Any).next(), None, "none has both");
    }

    #[test]
    fn families_for_running_text_come_first() {
        let names = [
            "Noto Serif Thai",
            "Noto Sans Thai",
            "Noto Nastaliq Urdu",
            "Yu Mincho",
            "Nirmala UI",
            "DejaVu Sans",
            "Some Hand",
            "Noto Sans Mono CJK SC",
        ];
        let ranks: Vec<usize> = names.iter().map(|name| rank(name)).collect();
        assert!(ranks.is_sorted_by(|before, next| before < next), "{names:?}: {ranks:?}");
    }

    #[test]
    fn a_name_can_stand_in_a_file() {
        let cases = [
            ("NotoSans-Regular", "NotoSans-Regular"),
            ("A font (new)/1", "Afontnew1"),
            ("字体", "Font"),
        ];
        for (name, expected) in cases {
            assert_eq!(pdf_name(name), expected);
        }
    }
}
