//! Pictures that cost what photographs cost: JPEG files of some hundred kilobytes, always the same.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use holdfast_domain::document::{Block, Picture, PictureCoding};
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

use holdfast_dice::Dice;

/// How many there are.
pub const COUNT: usize = 24;

const WIDTH: u32 = 2_000;
const HEIGHT: u32 = 1_500;
/// Pixels to an edge of the tiles that light and dark alternate in.
const TILE: u32 = 125;
/// How much of the quality the coding keeps, of 100.
const QUALITY: u8 = 82;

/// Writes the photographs into a folder, each under its [`name`].
///
/// # Panics
/// When the folder cannot be written to.
pub fn write(folder: &Path) {
    for number in 0..COUNT {
        let mut bytes = Cursor::new(Vec::new());
        let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
        picture(number).write_with_encoder(encoder).expect("any picture can be coded");
        std::fs::write(path(folder, number), bytes.into_inner()).expect("the folder takes files");
    }
}

/// The photographs in a folder as a document has its exhibits: each on a page with a heading.
///
/// # Panics
/// When one of them is not there.
pub fn exhibits(folder: &Path) -> Vec<Block> {
    let of = |number: usize| {
        let bytes = std::fs::read(path(folder, number)).expect("the photograph was written");
        let picture = Picture {
            label: format!("Ex. {}", number + 1),
            alternative: format!("A photograph of the kitchen, number {}", number + 1),
            coding: PictureCoding::Jpeg,
            components: 3,
            width: WIDTH,
            height: HEIGHT,
            orientation: 1,
            words: Arc::default(),
            bytes: bytes.into(),
        };
        let heading = Block::Heading { level: 2, text: format!("Exhibit {}", number + 1) };
        [Block::PageBreak, heading, Block::Picture(picture)]
    };
    (0..COUNT).flat_map(of).collect()
}

/// What the file of a photograph is called.
pub fn name(number: usize) -> String {
    format!("photograph-{number:02}.jpg")
}

fn path(folder: &Path, number: usize) -> PathBuf {
    folder.join(name(number))
}

/// Light that falls off across tiles of two colours, with the grain of a small sensor.
fn picture(number: usize) -> RgbImage {
    let mut dice = Dice::new(90_000 + number as u64);
    let colours = [0, 1].map(|_| [0, 1, 2].map(|_| dice.between(60, 220)));
    RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let colour = colours[((x / TILE + y / TILE) % 2) as usize];
        let light = 100 - (x * 30 / WIDTH + y * 40 / HEIGHT) as usize;
        let grain = dice.below(24);
        Rgb(colour.map(|part| u8::try_from(part * light / 100 + grain).unwrap_or(u8::MAX)))
    })
}
