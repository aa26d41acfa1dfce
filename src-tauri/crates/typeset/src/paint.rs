//! Drawing pages: their content is written here, their fonts are embedded by printpdf.

mod beneath;
mod fonts;
mod glyphs;
mod operators;
mod picture;
mod tagging;

use std::ops::Range;

use lopdf::{Dictionary, Object, Stream};
use printpdf::{Mm, Op, PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};

use crate::TypesetError;
use crate::beneath::Letters;
use crate::fonts::{Blank, Fonts};
use crate::marks::{Content, Marks, Owner, Sequence};
use crate::page::{Artifact, Page, Pages, PlacedLine, Rule, Size};
use crate::shape::Run;
use crate::tags::{Role, Tree};

use fonts::{Embedded, Faces};
use glyphs::Texts;
use operators::Operators;

/// The pages as a PDF file that wants its structure, outline, properties and identity.
pub(crate) fn paint(
    pages: &Pages,
    marks: &Marks,
    beneath: &Letters,
    from: &Fonts,
) -> Result<lopdf::Document, TypesetError> {
    let texts = Texts::of(pages);
    let mut document = PdfDocument::new("");
    let (faces, naming) = fonts::embed(from, &texts, &mut document)?;
    document.pages = pages.pages.iter().map(|_| empty(pages.size)).collect();
    if let Some(first) = document.pages.first_mut() {
        first.ops = naming;
    }
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    let blank = f32::from(Blank::of(from)?.advance) / 1000.0;
    let artist = Artist { size: pages.size, faces, texts, tree: &pages.tree, beneath, blank };
    let ids: Vec<_> = file.get_pages().into_values().collect();
    for ((page, sequences), id) in pages.pages.iter().zip(&marks.pages).zip(ids) {
        let content = Stream::new(Dictionary::new(), artist.page(page, sequences));
        let contents = file.get_dictionary(id).and_then(|page| page.get(b"Contents"));
        let place = contents.and_then(Object::as_reference);
        let place = place.map_err(|why| TypesetError::Write(why.to_string()))?;
        file.objects.insert(place, Object::Stream(content));
    }
    Ok(file)
}

/// A page of a size without content.
fn empty(size: Size) -> PdfPage {
    let (width, height) = (Pt(size.width), Pt(size.height));
    let mut page = PdfPage::new(Mm::from(width), Mm::from(height), Vec::<Op>::new());
    // Through millimetres the size would be rounded.
    let paper = Rect { x: Pt(0.0), y: Pt(0.0), width, height, mode: None, winding_order: None };
    page.media_box = paper.clone();
    page.trim_box = paper.clone();
    page.crop_box = paper;
    page
}

/// How much wider than it is in its face a run is to be set: only boxes are.
fn stretch(run: &Run, font: &Embedded) -> f32 {
    match run.glyphs.first() {
        Some(glyph) if run.is_box => {
            let width = font.width(font.subset.glyph(glyph.id)).max(1.0);
            (glyph.advance / width * 100.0).round() / 100.0
        }
        Some(_) | None => 1.0,
    }
}

/// What is needed to draw any page.
struct Artist<'a> {
    size: Size,
    faces: Faces,
    texts: Texts,
    tree: &'a Tree,
    /// The characters beneath the pictures.
    beneath: &'a Letters,
    /// How wide each of those is, as a share of the size.
    blank: f32,
}

impl Artist<'_> {
    /// The content of a page.
    fn page(&self, page: &Page, sequences: &[Sequence]) -> Vec<u8> {
        let mut content = Operators::default();
        if !page.rules.is_empty() {
            tagging::begin_artifact(Artifact::Layout, &mut content);
            page.rules.iter().for_each(|rule| self.rule(rule, &mut content));
            tagging::end(&mut content);
        }
        self.pictures(page, sequences, &mut content);
        content.begin_text();
        for sequence in sequences {
            self.sequence(sequence, page, &mut content);
        }
        content.end_text();
        content.finish()
    }

    /// Draws the pictures, which cannot stand among text.
    fn pictures(&self, page: &Page, sequences: &[Sequence], content: &mut Operators) {
        for sequence in sequences {
            let Content::Picture(at) = sequence.content else { continue };
            if let Some(placed) = page.pictures.get(at) {
                tagging::begin(sequence.owner, self.role(sequence), content);
                picture::draw(placed, self.size, content);
                tagging::end(content);
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
    fn sequence(&self, sequence: &Sequence, page: &Page, content: &mut Operators) {
        let role = self.role(sequence);
        match &sequence.content {
            Content::Picture(_) => {}
            Content::Beneath(at) => {
                let Some(placed) = page.pictures.get(*at) else { return };
                tagging::begin(sequence.owner, role, content);
                beneath::set(placed, self.size, (self.beneath, self.blank), content);
                tagging::end(content);
            }
            Content::Lines(pieces) => {
                tagging::begin(sequence.owner, role, content);
                let leads = matches!(role, Some(Role::Link));
                for piece in pieces {
                    if let Some(line) = page.lines.get(piece.line) {
                        self.line(line, piece.stretches.clone(), leads, content);
                    }
                }
                tagging::end(content);
            }
        }
    }

    fn rule(&self, rule: &Rule, content: &mut Operators) {
        content.ink(rule.ink);
        let bottom = self.size.height - rule.y - rule.height;
        content.numbers(&[rule.x, bottom, rule.width, rule.height], "re");
        content.push("f");
    }

    /// Draws part of a line, placed anew for every change of face or ink.
    fn line(&self, line: &PlacedLine, part: Range<usize>, leads: bool, content: &mut Operators) {
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
            let face = first.run.face;
            let Some(font) = self.faces.get(&face) else { continue };
            let start = first.x + line.tracking * letters as f32;
            let x = line.x + start * line.size / 1000.0;
            content.ink(if leads { first.ink } else { first.ink.that_leads_nowhere() });
            content.font(&fonts::name(face), line.size);
            content.place(x, self.size.height - line.y, stretch(&first.run, font));
            letters += self.texts.show(group, (font, line.size, line.tracking), content);
        }
    }
}
