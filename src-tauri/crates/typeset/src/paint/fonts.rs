//! Embedding reduced faces with printpdf.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, Pt, TextItem,
};

use super::glyphs::Texts;
use crate::TypesetError;
use crate::fonts::{Face, Fonts, Subset};

/// The faces in use, reduced to the glyphs in use.
pub(super) type Faces = BTreeMap<Face, Embedded>;

/// Adds the faces in use to a document. The operations that are given with them name every glyph and
/// what it says, which is how printpdf learns of them.
pub(super) fn embed(
    from: &Fonts,
    texts: &Texts,
    document: &mut PdfDocument,
) -> Result<(Faces, Vec<Op>), TypesetError> {
    let mut faces = Faces::new();
    let mut naming = Vec::new();
    for face in from.faces() {
        let glyphs = texts.glyphs(face);
        if glyphs.is_empty() {
            continue;
        }
        let subset = Subset::of(from, face, &glyphs.keys().copied().collect())?;
        let font = embeddable(face, &subset)?;
        let named = glyphs
            .into_iter()
            .map(|(glyph, text)| Codepoint::with_cid(subset.glyph(glyph), 0.0, text.to_owned()));
        let items = vec![TextItem::GlyphIds(named.collect())];
        let id = FontId(name(face));
        let handle = PdfFontHandle::External(id.clone());
        naming.extend([Op::SetFont { font: handle, size: Pt(1.0) }, Op::ShowText { items }]);
        faces.insert(face, Embedded::of(subset, &font.parsed_font));
        document.resources.fonts.map.insert(id, font);
    }
    Ok((faces, naming))
}

/// What pages call a face.
pub(super) fn name(face: Face) -> String {
    format!("F{}", face.index())
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
pub(super) struct Embedded {
    pub(super) subset: Subset,
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

    /// The width of a glyph of the reduced face.
    pub(super) fn width(&self, id: u16) -> f32 {
        self.widths.get(usize::from(id)).copied().unwrap_or(0.0)
    }
}
