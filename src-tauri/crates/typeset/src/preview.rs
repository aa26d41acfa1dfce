//! Pictures of a PDF's pages, for the window: of the very file that will be saved.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::peniko::ImageAlphaType;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

/// The widest picture that is made, in pixels.
const WIDEST: u32 = 4000;

/// The longest side of a page that is drawn as it is, in points: what a file can say without a unit
/// of its own (ISO 32000-1, annex C).
const LONGEST: f32 = 14_400.0;
/// The shortest side, in points.
const SHORTEST: f32 = 3.0;
/// How many times as long as wide it may be; a till's roll is thirty times.
const LEANEST: f32 = 60.0;

/// A drawn page on white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// Rows from the top: red, green, blue, and a byte that says nothing.
    pub rgba: Vec<u8>,
}

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
    /// No sensible picture can be made of a page of this size.
    #[error("the page is too large, too small or too narrow to be drawn")]
    Size,
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
    pub fn open(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Result<Self, PreviewError> {
        Self::shared(Arc::new(bytes))
    }

    /// Opens a PDF file whose bytes others hold as well.
    ///
    /// # Errors
    ///
    /// Those of [`Preview::open`].
    pub fn shared(
        bytes: Arc<impl AsRef<[u8]> + Send + Sync + 'static>,
    ) -> Result<Self, PreviewError> {
        let pdf = Pdf::new(bytes).map_err(|_| PreviewError::Unreadable)?;
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
        draw(page, scale).into_png().map_err(|_| PreviewError::Picture)
    }

    /// The pixels of a page, counted from 0, with so many to an inch of it, or fewer where that
    /// would be more than `most` in all.
    ///
    /// # Errors
    ///
    /// [`PreviewError::NoSuchPage`] beyond the last page, [`PreviewError::Size`] for a page of which
    /// no sensible picture can be made.
    pub fn drawn(&self, page: usize, to_the_inch: u16, most: u32) -> Result<Drawn, PreviewError> {
        let page = self.page(page)?;
        let (width, height) = page.render_dimensions();
        let (short, long) = (width.min(height), width.max(height));
        if long > LONGEST || short < SHORTEST || long > short * LEANEST {
            return Err(PreviewError::Size);
        }
        let most = (most as f32 / (width * height)).sqrt();
        let picture = draw(page, (f32::from(to_the_inch) / 72.0).min(most));
        let (width, height) = (u32::from(picture.width()), u32::from(picture.height()));
        Ok(Drawn { width, height, rgba: picture.take_rgba8(ImageAlphaType::AlphaPremultiplied) })
    }

    fn page(&self, page: usize) -> Result<&Page<'_>, PreviewError> {
        let pages = self.pages();
        self.pdf.pages().get(page).ok_or(PreviewError::NoSuchPage { page, pages })
    }
}

fn draw<'a>(page: &'a Page<'a>, scale: f32) -> Pixmap {
    hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    )
}

/// A PNG of one page, counted from 0; for several pages open a [`Preview`] once.
///
/// # Errors
///
/// Those of [`Preview::open`] and [`Preview::png`].
pub fn page_png(pdf: &[u8], page: usize, width_px: u32) -> Result<Vec<u8>, PreviewError> {
    Preview::open(pdf.to_vec())?.png(page, width_px)
}
