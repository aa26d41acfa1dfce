//! PDFs of many programs: their words, page by page.

use super::{Case, check};

const CASES: &[Case] = &[
    ("GeoTopo-komprimiert.pdf", "pdf; words on 117 pages; 30568 words; lost_characters 83"),
    ("annotated_pdf.pdf", "pdf; words on 1 pages; 8 words"),
    ("cmyk-image.pdf", "pdf; 0 words; !no_text"),
    ("crazyones-pdfa.pdf", "pdf; words on 1 pages; 170 words"),
    ("google-doc-document.pdf", "pdf; words on 1 pages; 178 words"),
    ("habibi-rotated.pdf", "pdf; words on 4 pages; 8 words; lost_characters 28"),
    ("habibi.pdf", "pdf; words on 1 pages; 2 words; lost_characters 7"),
    ("imagemagick-CCITTFaxDecode.pdf", "pdf; 0 words; !no_text"),
    ("inline-image.pdf", "pdf; words on 1 pages; 1 words"),
    ("libre-office-link.pdf", "pdf; words on 1 pages; 8 words"),
    ("libreoffice-form.pdf", "pdf; words on 1 pages; 18 words"),
    ("libreoffice-writer-password.pdf", "pdf; 0 words; !encrypted"),
    ("minimal-document.pdf", "pdf; words on 1 pages; 102 words"),
    ("multicolumn.pdf", "pdf; words on 3 pages; 1070 words"),
    ("pdflatex-outline.pdf", "pdf; words on 4 pages; 1412 words"),
    ("with-attachment.pdf", "pdf; words on 1 pages; 102 words"),
];

#[test]
fn pages_give_their_words_or_say_why_not() {
    check("pdf", CASES);
}
