//! An empty box for what no font can draw, and a solid bar where words are covered.
//!
//! Fonts keep a glyph for that, but files for archives must not show it (ISO 19005-3, 6.2.11.8): a
//! box that is a letter of the text face stands in its place.

use std::rc::Rc;

use holdfast_domain::document::COVERED_WORDS;

use super::{Cluster, Forms, Glyph, Line, Run, Shaper, Stretch, Styled};
use crate::bar::{BAR, LENGTHENS, SQUARE, is_bar};
use crate::fonts::Face;
use crate::page::Ink;

/// The letter that is an empty box.
const BOX: &str = "\u{2610}";

impl Shaper {
    /// Puts boxes where a line shows that a glyph is missing.
    pub(super) fn box_missing(&mut self, line: &mut Line) {
        let lacks = |stretch: &Stretch| {
            let mut clusters = stretch.run.clusters[stretch.clusters.clone()].iter();
            clusters.any(|cluster| lacks(&stretch.run, cluster))
        };
        if line.stretches.iter().any(lacks) {
            let stretches = std::mem::take(&mut line.stretches);
            for stretch in stretches {
                self.divide(&stretch, &mut line.stretches);
            }
        }
    }

    /// Divides a stretch around the clusters that miss a glyph.
    fn divide(&mut self, stretch: &Stretch, out: &mut Vec<Stretch>) {
        let run = &stretch.run;
        let mut x = stretch.x;
        let mut start = stretch.clusters.start;
        let mut left = x;
        for at in stretch.clusters.clone() {
            let cluster = &run.clusters[at];
            if lacks(run, cluster) {
                let before = Stretch { clusters: start..at, x: left, ..stretch.clone() };
                out.extend((start < at).then_some(before));
                let (drawn, boxed) = match run.text_of(cluster) {
                    bar if is_bar(bar) => {
                        (Run::of_one(run.face, "", Vec::new()), self.bar(run, cluster))
                    }
                    _ => self.replaced(run, cluster),
                };
                for (run, x) in [(drawn, x), (boxed.0, x + boxed.1)] {
                    let clusters = 0..run.clusters.len();
                    let own = Stretch { run: Rc::new(run), clusters, x, ink: stretch.ink };
                    out.extend((!own.clusters.is_empty()).then_some(own));
                }
                start = at + 1;
                left = x + cluster.advance;
            }
            x += cluster.advance;
        }
        let rest = Stretch { clusters: start..stretch.clusters.end, x: left, ..stretch.clone() };
        out.extend((start < stretch.clusters.end).then_some(rest));
    }

    /// What is drawn of a cluster, then the box and how far it stands behind the cluster's start.
    fn replaced(&mut self, run: &Run, cluster: &Cluster) -> (Run, (Run, f32)) {
        let text = run.text_of(cluster);
        let glyphs = run.glyphs_of(cluster);
        let drawn: Vec<Glyph> = glyphs.iter().copied().filter(|glyph| glyph.id != 0).collect();
        let width: f32 = drawn.iter().map(|glyph| glyph.advance).sum();
        let (own, said) = if drawn.is_empty() { ("", text) } else { (text, "") };
        let boxed = self.stretched(BOX, said, cluster.advance - width, run.face);
        (Run::of_one(run.face, own, drawn), (boxed, width))
    }

    /// The bar that a cluster begins, as long as all of it; nothing of what only lengthens it.
    fn bar(&mut self, run: &Run, cluster: &Cluster) -> (Run, f32) {
        if run.text_of(cluster).starts_with(LENGTHENS) {
            return (Run::of_one(run.face, "", Vec::new()), 0.0);
        }
        let length = cluster.advance * BAR.len() as f32;
        (self.stretched(SQUARE, COVERED_WORDS, length, run.face), 0.0)
    }

    /// A letter of the text face, made so wide, that is read as something else.
    fn stretched(&mut self, letter: &str, said: &str, advance: f32, or: Face) -> Run {
        let known =
            self.words_of(&[Styled { text: letter, strong: false, ink: Ink::Text }], Forms::Text);
        let (face, id) = known.first().map_or((or, 0), |word| {
            (word.run.face, word.run.glyphs.first().map_or(0, |glyph| glyph.id))
        });
        let glyph = Glyph { id, advance, dx: 0.0, dy: 0.0 };
        Run { is_box: true, ..Run::of_one(face, said, vec![glyph]) }
    }
}

impl Run {
    /// A run of one cluster, or of none if there are no glyphs.
    fn of_one(face: Face, text: &str, glyphs: Vec<Glyph>) -> Self {
        let advance = glyphs.iter().map(|glyph| glyph.advance).sum();
        let (length, count) = (text.len() as u32, glyphs.len() as u32);
        let cluster = Cluster { text: 0..length, glyphs: 0..count, advance, is_space: false };
        let clusters = if count == 0 { Vec::new() } else { vec![cluster] };
        let text = text.to_owned();
        Self { face, text, clusters, glyphs, advance, trailing: 0.0, is_box: false }
    }
}

/// Whether a glyph of a cluster is missing.
fn lacks(run: &Run, cluster: &Cluster) -> bool {
    let glyphs = run.glyphs_of(cluster);
    glyphs.iter().any(|glyph| glyph.id == 0)
}
