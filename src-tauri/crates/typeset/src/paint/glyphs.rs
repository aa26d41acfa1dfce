//! Glyphs as PDF text operations that can be copied and searched.
//!
//! A PDF font maps each glyph to one text. Where a cluster says something else than its glyph's text,
//! or is drawn with several glyphs, it is wrapped in a span with its own `/ActualText`
//! (ISO 32000-1, 14.9.4).

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use holdfast_domain::document::COVERED_WORDS;

use super::fonts::Embedded;
use super::operators::{Operators, Shown};
use super::tagging;
use crate::fonts::Face;
use crate::page::Pages;
use crate::shape::{Cluster, Glyph, Run, Stretch};

/// The text of every glyph in use, by face and glyph id.
pub(super) struct Texts {
    by_face: Vec<Vec<Option<String>>>,
}

/// What the empty box stands for where nothing says which character it is.
const UNKNOWN: &str = "\u{FFFD}";

impl Texts {
    /// The glyphs of some pages: each has the text of the first cluster that it stands for alone.
    pub(super) fn of(pages: &Pages) -> Self {
        let mut texts = Self { by_face: Vec::new() };
        let mut seen = HashSet::new();
        let mut parts = Vec::new();
        let lines = pages.pages.iter().flat_map(|page| &page.lines);
        for stretch in lines.flat_map(|line| &line.line.stretches) {
            // Runs are shared between all the places where a word stands.
            if !seen.insert(Rc::as_ptr(&stretch.run)) {
                continue;
            }
            let run = &*stretch.run;
            for cluster in &run.clusters {
                match run.glyphs_of(cluster) {
                    [only] if run.is_box && run.text_of(cluster) != COVERED_WORDS => {
                        texts.name(run.face, *only, UNKNOWN)
                    }
                    [only] => texts.name(run.face, *only, run.text_of(cluster)),
                    several => {
                        let mut chars = run.text_of(cluster).chars();
                        let (letter, mark) = (chars.next(), chars.next_back());
                        let says = speaker(several);
                        for (number, glyph) in several.iter().enumerate() {
                            let text = if number == says { letter } else { mark.or(letter) };
                            parts.push((run.face, *glyph, text));
                        }
                    }
                }
            }
        }
        for (face, glyph, text) in parts {
            // Readers that do not know `/ActualText` find the letter and its mark.
            texts.name(face, glyph, text.unwrap_or(' ').encode_utf8(&mut [0; 4]));
        }
        texts
    }

    fn name(&mut self, face: Face, glyph: Glyph, text: &str) {
        if self.by_face.len() <= face.index() {
            self.by_face.resize(face.index() + 1, Vec::new());
        }
        let texts = &mut self.by_face[face.index()];
        let at = usize::from(glyph.id);
        if texts.len() <= at {
            texts.resize(at + 1, None);
        }
        texts[at].get_or_insert_with(|| text.to_owned());
    }

    fn get(&self, face: Face, glyph: u16) -> &str {
        let text = self.by_face.get(face.index()).and_then(|texts| texts.get(usize::from(glyph)));
        text.and_then(Option::as_deref).unwrap_or(UNKNOWN)
    }

    /// The glyphs of a face that are in use, with what they say.
    pub(super) fn glyphs(&self, face: Face) -> BTreeMap<u16, &str> {
        let texts = self.by_face.get(face.index()).into_iter().flatten().enumerate();
        let used = texts.filter_map(|(glyph, text)| Some((glyph, text.as_deref()?)));
        used.filter_map(|(glyph, text)| Some((u16::try_from(glyph).ok()?, text))).collect()
    }

    /// Shows stretches of one face and ink, and gives how many clusters those have.
    pub(super) fn show(
        &self,
        group: &[Stretch],
        (font, size, tracking): (&Embedded, f32, f32),
        content: &mut Operators,
    ) -> usize {
        let mut writer = Writer::to(content, size);
        let mut count = 0;
        for stretch in group {
            let run = &*stretch.run;
            for cluster in &run.clusters[stretch.clusters.clone()] {
                self.cluster(run, cluster, font, &mut writer);
                writer.want += tracking;
                count += 1;
            }
        }
        writer.finish();
        count
    }

    fn cluster(&self, run: &Run, cluster: &Cluster, font: &Embedded, writer: &mut Writer<'_>) {
        let text = run.text_of(cluster);
        let glyphs = run.glyphs_of(cluster);
        match glyphs {
            [only] if self.get(run.face, only.id) == text => {
                writer.glyph(only, font);
            }
            [] => {}
            _ => several(glyphs, text, font, writer),
        }
    }
}

/// Shows the glyphs of a cluster that one glyph's text does not tell: one span reads as the whole of
/// it and has its extent, from the first glyph that takes space to the last. Marks, which take none,
/// are silent and come first, so that they do not change that extent.
fn several(glyphs: &[Glyph], text: &str, font: &Embedded, writer: &mut Writer<'_>) {
    let start = writer.want;
    let says = speaker(glyphs);
    let mut x = 0.0;
    let mut speakers = Vec::new();
    for (number, glyph) in glyphs.iter().enumerate() {
        if number == says || glyph.advance != 0.0 {
            speakers.push((x, glyph));
        } else {
            writer.want = start + x;
            writer.open("");
            writer.glyph(glyph, font);
            writer.close();
        }
        x += glyph.advance;
    }
    writer.open(text);
    for (x, glyph) in speakers {
        writer.want = start + x;
        writer.glyph(glyph, font);
    }
    writer.close();
    writer.want = start + x;
}

/// Which of a cluster's glyphs carries its text whatever happens: the widest.
fn speaker(glyphs: &[Glyph]) -> usize {
    let widest = |best: usize, next: usize| {
        if glyphs[next].advance > glyphs[best].advance { next } else { best }
    };
    (0..glyphs.len()).fold(0, widest)
}

/// Collects glyphs, with the corrections that put each where it belongs.
struct Writer<'a> {
    content: &'a mut Operators,
    parts: Vec<Shown>,
    /// The size of the type in points.
    size: f32,
    /// Where the next glyph belongs, in thousandths of the size.
    want: f32,
    /// Where a viewer would put it.
    have: f32,
    /// How far text is raised, in thousandths of the size.
    raised: f32,
}

impl<'a> Writer<'a> {
    fn to(content: &'a mut Operators, size: f32) -> Self {
        Self { content, parts: Vec::new(), size, want: 0.0, have: 0.0, raised: 0.0 }
    }

    /// Adds a glyph. Corrections are whole thousandths; what rounding leaves goes into the next.
    fn glyph(&mut self, glyph: &Glyph, font: &Embedded) {
        self.raise(glyph.dy);
        let correction = (self.have - self.want - glyph.dx).round();
        if correction != 0.0 {
            self.parts.push(Shown::Back(correction as i32));
            self.have -= correction;
        }
        let id = font.subset.glyph(glyph.id);
        self.parts.push(Shown::Glyph(id));
        self.have += font.width(id);
        self.want += glyph.advance;
    }

    fn raise(&mut self, dy: f32) {
        if dy != self.raised {
            self.flush();
            self.raised = dy;
            // The operator takes points (ISO 32000-1, 9.3.7).
            self.content.numbers(&[dy * self.size / 1000.0], "Ts");
        }
    }

    /// Begins a span that reads as `text`.
    fn open(&mut self, text: &str) {
        self.flush();
        tagging::begin_reading(text, self.content);
    }

    fn close(&mut self) {
        self.flush();
        tagging::end(self.content);
    }

    fn flush(&mut self) {
        if !self.parts.is_empty() {
            self.content.show(&self.parts);
            self.parts.clear();
        }
    }

    fn finish(mut self) {
        self.raise(0.0);
        self.flush();
    }
}
