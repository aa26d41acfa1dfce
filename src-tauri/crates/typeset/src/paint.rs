//! Drawing pages with printpdf.

mod beneath;
mod glyphs;
mod picture;
mod tagging;

use std::collections::BTreeMap;
use std::ops::Range;

use printpdf::{
    Color, FontId, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Pt, Rect, Rgb, TextMatrix, WindingOrder,
};

use crate::TypesetError;
use crate::beneath::Letters;
use crate::fonts::{Blank, Face, Fonts, Subset};
use crate::marks::{Content, Marks, Owner, Sequence};
use crate::page::{Artifact, Ink, Page, Pages, PlacedLine, Rule, Size};
use crate::shape::Run;
use crate::tags::{Role, Tree};

use glyphs::Texts;

/// The pages as a PDF file that wants its structure, outline, properties and identity.
pub(crate) fn paint(
    pages: &Pages,
    marks: &Marks,
    beneath: &Letters,
    from: &Fonts,
) -> Result<lopdf::Document, TypesetError> {
    let texts = Texts::of(pages);
    let mut document = PdfDocument::new("");
    let mut fonts = BTreeMap::new();
    for face in from.faces() {
        let glyphs = texts.glyphs(face);
        if glyphs.is_empty() {
            continue;
        }
        let subset = Subset::of(from, face, &glyphs)?;
        let font = embeddable(face, &subset)?;
        fonts.insert(face, Embedded::of(subset, &font.parsed_font));
        document.resources.fonts.map.insert(font_id(face), font);
    }
    let blank = f32::from(Blank::of(from)?.advance) / 1000.0;
    let artist = Artist { size: pages.size, fonts, texts, tree: &pages.tree, beneath, blank };
    let content = pages.pages.iter().zip(&marks.pages);
    document.pages = content.map(|(page, sequences)| artist.page(page, sequences)).collect();
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        // Else the operation that draws pictures is left out; all of them are our own.
        secure: false,
        image_optimization: None,
    };
    Ok(document.to_lopdf_document(&options, &mut Vec::new()))
}

/// The name of a font among the file's resources.
fn font_id(face: Face) -> FontId {
    FontId(format!("Face{}", face.index()))
}

/// A reduced face as printpdf embeds it.
fn embeddable(face: Face, subset: &Subset) -> Result<PdfFont, TypesetError> {
    let mut font = ParsedFont::from_bytes(&subset.bytes, 0, &mut Vec::new()).ok_or_else(|| {
        TypesetError::Font { name: subset.name.clone(), why: "its subset cannot be read".into() }
    })?;
    font.font_name = Some(subset.name.clone());
    font.pdf_font_metrics.us_weight_class = face.weight();
    Ok(PdfFont::new(font))
}

/// A reduced face with the widths that viewers will use.
struct Embedded {
    subset: Subset,
    /// By the reduced face's glyph ids, in thousandths of the size, cut to whole ones as in the file.
    widths: Vec<f32>,
}

impl Embedded {
    fn of(subset: Subset, font: &ParsedFont) -> Self {
        let scale = 1000.0 / f32::from(font.units_per_em.max(1));
        let count = font.glyph_widths.keys().last().map_or(0, |last| usize::from(*last) + 1);
        let mut widths = vec![0.0; count];
        for (id, width) in &font.glyph_widths {
            widths[usize::from(*id)] = (f32::from(*width) * scale).trunc();
        }
        Self { subset, widths }
    }

    /// How much wider than it is in its face a run is to be set: only boxes are.
    fn stretch(&self, run: &Run) -> f32 {
        match run.glyphs.first() {
            Some(glyph) if run.is_box => {
                let width = self.width(self.subset.glyph(glyph.id)).max(1.0);
                (glyph.advance / width * 100.0).round() / 100.0
            }
            Some(_) | None => 1.0,
        }
    }

    fn width(&self, id: u16) -> f32 {
        self.widths.get(usize::from(id)).copied().unwrap_or(0.0)
    }
}

/// What is needed to draw any page.
struct Artist<'a> {
    size: Size,
    fonts: BTreeMap<Face, Embedded>,
    texts: Texts,
    tree: &'a Tree,
    /// The characters beneath the pictures.
    beneath: &'a Letters,
    /// How wide each of those is, as a share of the size.
    blank: f32,
}

impl Artist<'_> {
    fn page(&self, page: &Page, sequences: &[Sequence]) -> PdfPage {
        let mut pen = Pen { ops: Vec::new(), font: None, ink: None };
        if !page.rules.is_empty() {
            pen.ops.push(tagging::begin_artifact(Artifact::Layout));
            page.rules.iter().for_each(|rule| self.rule(rule, &mut pen));
            pen.ops.push(tagging::end());
        }
        self.pictures(page, sequences, &mut pen);
        pen.ops.push(Op::StartTextSection);
        for sequence in sequences {
            self.sequence(sequence, page, &mut pen);
        }
        pen.ops.push(Op::EndTextSection);
        let (width, height) = (Pt(self.size.width), Pt(self.size.height));
        let mut page = PdfPage::new(Mm::from(width), Mm::from(height), pen.ops);
        // Through millimetres the size would be rounded.
        let paper = Rect { x: Pt(0.0), y: Pt(0.0), width, height, mode: None, winding_order: None };
        page.media_box = paper.clone();
        page.trim_box = paper.clone();
        page.crop_box = paper;
        page
    }

    /// Draws the pictures, which cannot stand among text.
    fn pictures(&self, page: &Page, sequences: &[Sequence], pen: &mut Pen) {
        for sequence in sequences {
            let Content::Picture(at) = sequence.content else { continue };
            if let Some(placed) = page.pictures.get(at) {
                pen.ops.push(tagging::begin(sequence.owner, self.role(sequence)));
                pen.ops.extend(picture::ops(placed, self.size));
                pen.ops.push(tagging::end());
            }
        }
    }

    /// What a sequence is, if it is part of the document.
    fn role(&self, sequence: &Sequence) -> Option<&Role> {
        match sequence.owner {
            Owner::Artifact(_) => None,
            Owner::Node { node, .. } => Some(&self.tree.node(node).role),
        }
    }

    /// Sets text that belongs together, marked as what it is.
    fn sequence(&self, sequence: &Sequence, page: &Page, pen: &mut Pen) {
        let role = self.role(sequence);
        match &sequence.content {
            Content::Picture(_) => {}
            Content::Beneath(at) => {
                let Some(placed) = page.pictures.get(*at) else { return };
                pen.ops.push(tagging::begin(sequence.owner, role));
                pen.ops.extend(beneath::ops(placed, self.size, self.beneath, self.blank));
                pen.ops.push(tagging::end());
                pen.font = None;
            }
            Content::Lines(pieces) => {
                pen.ops.push(tagging::begin(sequence.owner, role));
                let leads = matches!(role, Some(Role::Link));
                for piece in pieces {
                    if let Some(line) = page.lines.get(piece.line) {
                        self.line(line, piece.stretches.clone(), leads, pen);
                    }
                }
                pen.ops.push(tagging::end());
            }
        }
    }

    fn rule(&self, rule: &Rule, pen: &mut Pen) {
        pen.ink(rule.ink);
        let rectangle = Rect {
            x: Pt(hundredths(rule.x)),
            y: Pt(hundredths(self.size.height - rule.y - rule.height)),
            width: Pt(hundredths(rule.width)),
            height: Pt(rule.height),
            mode: Some(PaintMode::Fill),
            winding_order: Some(WindingOrder::NonZero),
        };
        pen.ops.push(Op::DrawRectangle { rectangle });
    }

    /// Draws part of a line, a text matrix for every change of face or ink.
    fn line(&self, line: &PlacedLine, part: Range<usize>, leads: bool, pen: &mut Pen) {
        let y = hundredths(self.size.height - line.y);
        let (before, rest) = line.line.stretches.split_at(part.start);
        let mut letters: usize = before.iter().map(|stretch| stretch.clusters.len()).sum();
        let mut rest = &rest[..part.len()];
        while let Some(first) = rest.first() {
            let alike = rest
                .iter()
                .take_while(|next| next.run.face == first.run.face && next.ink == first.ink)
                .take_while(|next| !next.run.is_box)
                .count()
                .max(1);
            let (group, behind) = rest.split_at(alike);
            rest = behind;
            let Some(font) = self.fonts.get(&first.run.face) else { continue };
            let start = first.x + line.tracking * letters as f32;
            let x = hundredths(line.x + start * line.size / 1000.0);
            let (shown, clusters) = self.texts.show(group, font, line.size, line.tracking);
            letters += clusters;
            pen.ink(if leads { first.ink } else { first.ink.that_leads_nowhere() });
            pen.font(first.run.face, line.size);
            let matrix = TextMatrix::Raw([font.stretch(&first.run), 0.0, 0.0, 1.0, x, y]);
            pen.ops.push(Op::SetTextMatrix { matrix });
            pen.ops.extend(shown);
        }
    }
}

/// A number with two decimals, which is a 7,000th of an inch and short in the file.
fn hundredths(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// The operations of a page so far and what is set for the next.
struct Pen {
    ops: Vec<Op>,
    font: Option<(Face, f32)>,
    ink: Option<Ink>,
}

impl Pen {
    fn ink(&mut self, ink: Ink) {
        if self.ink == Some(ink) {
            return;
        }
        self.ink = Some(ink);
        let [r, g, b] = ink.rgb().map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
        let col = Color::Rgb(Rgb::new(r, g, b, None));
        self.ops.push(Op::SetFillColor { col });
    }

    fn font(&mut self, face: Face, size: f32) {
        if self.font == Some((face, size)) {
            return;
        }
        self.font = Some((face, size));
        let font = PdfFontHandle::External(font_id(face));
        self.ops.push(Op::SetFont { font, size: Pt(size) });
    }
}
