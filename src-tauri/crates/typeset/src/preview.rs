//! Pictures of a PDF's pages, for the window: of the very file that will be saved.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

/// The widest picture that is made, in pixels.
const WIDEST: u32 = 4000;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PreviewError {
    /// The bytes are not a PDF file that can be read.
    #[error("this is not a PDF file that can be read")]
    Unreadable,
    /// The file has fewer pages.
    #[error("there is no page {page}: the file has {pages}")]
    NoSuchPage {
        /// The page that was asked for, counted from 0.
        page: usize,
        /// How many there are.
        pages: usize,
    },
    /// The picture could not be written as PNG.
    #[error("the picture of the page cannot be written")]
    Picture,
}

/// A PDF file opened for looking at, parsed once for many pictures.
pub struct Preview {
    pdf: Pdf,
}

impl Preview {
    /// Opens a PDF file.
    ///
    /// # Errors
    ///
    /// [`PreviewError::Unreadable`] if it is none.
    pub fn open(bytes: impl Into<Vec<u8>>) -> Result<Self, PreviewError> {
        let pdf = Pdf::new(bytes.into()).map_err(|_| PreviewError::Unreadable)?;
        Ok(Self { pdf })
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.pdf.pages().len()
    }

    /// The width and the height of a page in points, of which 72 are an inch.
    ///
    /// # Errors
    ///
    /// [`PreviewError::NoSuchPage`] beyond the last page.
    pub fn size(&self, page: usize) -> Result<(f32, f32), PreviewError> {
        Ok(self.page(page)?.render_dimensions())
    }

    /// A PNG of a page, counted from 0, so many pixels wide: at least 1, at most 4,000.
    ///
    /// # Errors
    ///
    /// [`PreviewError::NoSuchPage`] beyond the last page, [`PreviewError::Picture`] if the picture
    /// cannot be written.
    pub fn png(&self, page: usize, width_px: u32) -> Result<Vec<u8>, PreviewError> {
        let page = self.page(page)?;
        let (width, _) = page.render_dimensions();
        let scale = width_px.clamp(1, WIDEST) as f32 / width.max(1.0);
        let pixels = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let picture = hayro::render(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &RenderSettings::default(),
            &pixels,
        );
        picture.into_png().map_err(|_| PreviewError::Picture)
    }

    fn page(&self, page: usize) -> Result<&hayro::hayro_syntax::page::Page<'_>, PreviewError> {
        let pages = self.pages();
        self.pdf.pages().get(page).ok_or(PreviewError::NoSuchPage { page, pages })
    }
}

/// A PNG of one page, counted from 0; for several pages open a [`Preview`] once.
///
/// # Errors
///
/// Those of [`Preview::open`] and [`Preview::png`].
pub fn page_png(pdf: &[u8], page: usize, width_px: u32) -> Result<Vec<u8>, PreviewError> {
    Preview::open(pdf)?.png(page, width_px)
}
