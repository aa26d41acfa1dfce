//! Taking the glyphs out of what parley shaped.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use parley::{Layout, Line as ParleyLine, Run as ParleyRun};

use super::{Cluster, Glyph, Run, Stretch};
use crate::bar::is_bar;
use crate::fonts::{Face, Fonts, must_have};
use crate::page::Ink;

/// The clusters of a text, in lines that parley broke, of which its fonts lack a part.
pub(super) fn lacking(layout: &Layout<Ink>, text: &str) -> Vec<Range<usize>> {
    let runs = layout.lines().flat_map(|line| line.runs());
    let clusters = runs.flat_map(|run| {
        let lacks = run.clusters().filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0));
        lacks.map(|cluster| cluster.text_range()).collect::<Vec<_>>()
    });
    clusters.filter(|range| text[range.clone()].chars().any(must_have)).collect()
}

/// The stretches of a line that parley broke, from left to right, and their whole advance.
pub(super) fn stretches(
    line: &ParleyLine<'_, Ink>,
    text: &str,
    fonts: &Fonts,
    missing: &mut BTreeSet<char>,
) -> (Vec<Stretch>, f32) {
    let mut out = Vec::new();
    let mut x = 0.0;
    for run in line.runs() {
        let face = fonts.face(run.font());
        for (ink, run) in split_by_ink(&run, face, text, fonts, missing) {
            let advance = run.advance;
            let clusters = 0..run.clusters.len();
            out.push(Stretch { run: Rc::new(run), clusters, x, ink });
            x += advance;
        }
    }
    (out, x)
}

/// A cluster as collected in reading order, before runs are put from left to right.
struct Found {
    ink: Ink,
    text: Range<usize>,
    glyphs: Vec<Glyph>,
    advance: f32,
    is_space: bool,
}

/// The widest gap that kerning may open between letters, in thousandths of the size. Programs that
/// take text out of a PDF file see a space in gaps of a tenth of the size (“of)”, “VfW”).
const WIDEST_GAP: f32 = 90.0;

impl Found {
    /// Takes back what kerning opened beyond the widest gap.
    fn tighten(&mut self, face: Face, fonts: &Fonts) {
        for glyph in &mut self.glyphs {
            let most = fonts.advance(face, glyph.id) + WIDEST_GAP;
            if glyph.advance > most {
                self.advance -= glyph.advance - most;
                glyph.advance = most;
            }
        }
    }
}

/// The clusters of a run in reading order, ligatures whole.
fn found(
    run: &ParleyRun<'_, Ink>,
    face: Face,
    text: &str,
    fonts: &Fonts,
    missing: &mut BTreeSet<char>,
) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for cluster in run.clusters() {
        let range = cluster.text_range();
        if cluster.is_ligature_continuation()
            && let Some(last) = all.last_mut()
        {
            last.text.end = range.end;
            last.advance += cluster.advance();
            continue;
        }
        let mut glyphs: Vec<Glyph> = cluster
            .glyphs()
            .map(|glyph| Glyph {
                id: u16::try_from(glyph.id).unwrap_or(0),
                advance: glyph.advance,
                dx: glyph.x,
                dy: -glyph.y,
            })
            .collect();
        let mut advance = cluster.advance();
        if glyphs.iter().any(|glyph| glyph.id == 0) {
            box_up(&mut glyphs, &text[range.clone()], face, fonts, missing);
            advance = glyphs.iter().map(|glyph| glyph.advance).sum();
        }
        let is_space = cluster.is_space_or_nbsp();
        all.push(Found { ink: cluster.style().brush, text: range, glyphs, advance, is_space });
    }
    all
}

/// Leaves one box among a cluster's glyphs for what cannot be drawn, however many code points it is
/// made of, beside the glyphs that there are: an accent that no font has does not cost its letter.
fn box_up(
    glyphs: &mut Vec<Glyph>,
    text: &str,
    face: Face,
    fonts: &Fonts,
    missing: &mut BTreeSet<char>,
) {
    if is_bar(text) {
        *glyphs = vec![Glyph { id: 0, advance: fonts.advance(face, 0), dx: 0.0, dy: 0.0 }];
        return;
    }
    if !text.chars().any(must_have) {
        // A space that the font lacks is as wide as another.
        let space = fonts.space(face).unwrap_or(0);
        let width = if text.contains('\u{3000}') { 1000.0 } else { fonts.advance(face, space) };
        *glyphs = vec![Glyph { id: space, advance: width, dx: 0.0, dy: 0.0 }];
        return;
    }
    let visible = || text.chars().filter(|c| must_have(*c));
    let lacks: Vec<char> = visible().filter(|c| !fonts.has(face, *c)).collect();
    if lacks.is_empty() {
        missing.extend(visible());
    }
    missing.extend(lacks);
    let mut has_box = false;
    glyphs.retain(|glyph| glyph.id != 0 || !std::mem::replace(&mut has_box, true));
    for glyph in glyphs.iter_mut().filter(|glyph| glyph.id == 0) {
        *glyph = Glyph { dx: 0.0, dy: 0.0, ..*glyph };
    }
}

/// A run for each change of ink, from left to right.
fn split_by_ink(
    run: &ParleyRun<'_, Ink>,
    face: Face,
    text: &str,
    fonts: &Fonts,
    missing: &mut BTreeSet<char>,
) -> Vec<(Ink, Run)> {
    let mut found = found(run, face, text, fonts, missing);
    found.iter_mut().for_each(|cluster| cluster.tighten(face, fonts));
    if run.is_rtl() {
        found.reverse();
    }
    let mut out: Vec<(Ink, Run)> = Vec::new();
    for cluster in found {
        if out.last().is_none_or(|(ink, _)| *ink != cluster.ink) {
            out.push((cluster.ink, Run::empty(face)));
        }
        if let Some((_, run)) = out.last_mut() {
            run.push(&text[cluster.text.clone()], &cluster);
        }
    }
    out
}

impl Run {
    fn empty(face: Face) -> Self {
        Self {
            face,
            text: String::new(),
            clusters: Vec::new(),
            glyphs: Vec::new(),
            advance: 0.0,
            trailing: 0.0,
            is_box: false,
        }
    }

    fn push(&mut self, text: &str, cluster: &Found) {
        let start = self.text.len() as u32;
        let first = self.glyphs.len() as u32;
        self.text.push_str(text);
        self.glyphs.extend_from_slice(&cluster.glyphs);
        self.clusters.push(Cluster {
            text: start..start + text.len() as u32,
            glyphs: first..self.glyphs.len() as u32,
            advance: cluster.advance,
            is_space: cluster.is_space,
        });
        self.advance += cluster.advance;
        self.trailing = if cluster.is_space { self.trailing + cluster.advance } else { 0.0 };
    }
}
