//! `cargo xtask icons`: the pictures in `icons/`, made from the two drawings there.

use std::fs;
use std::path::Path;

use crate::debian;
use crate::process::{self, Failure};

/// One line for the overview.
pub(crate) const ABOUT: &str = "draws the icons anew from icons/*.svg";

/// How it is called.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask icons

Writes the PNG files, icon.ico and icon.icns. Sizes up to 48 pixels come from the simpler drawing.";

/// The sizes in pixels, smallest first.
const SIZES: &[u16] = &[16, 32, 48, 64, 128, 256, 512];

/// Up to this many pixels the simpler drawing reads better.
const SMALL: u16 = 48;

/// The names that Apple's icon format gives to PNG pictures of a size; the second of a pair is
/// the same picture for a screen with twice the density.
const APPLE: &[(&[u8; 4], u16)] = &[
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"icp6", 64),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic08", 256),
    (b"ic13", 256),
    (b"ic09", 512),
    (b"ic14", 512),
];

/// Draws all sizes and packs them.
///
/// # Errors
/// When the drawing program is missing or a file cannot be written.
pub(crate) fn act(words: &[String]) -> Result<(), Failure> {
    if !words.is_empty() {
        return Err(Failure::wrong_use(format!("this task takes no words.\n\n{USAGE}")));
    }
    debian::require(&[debian::TO_DRAW])?;
    let folder = process::root().join("icons");
    let mut pictures = Vec::new();
    for &size in SIZES {
        let drawing = if size <= SMALL { "holdfast-small.svg" } else { "holdfast.svg" };
        let picture = folder.join(format!("{size}x{size}.png"));
        let (edge, to) = (size.to_string(), picture.as_os_str());
        let mut draw = process::program("rsvg-convert");
        draw.args(["--width", &edge, "--height", &edge, "--output"]).arg(to);
        process::run(draw.arg(folder.join(drawing)))?;
        let bytes = fs::read(&picture).map_err(|error| failure(&picture, &error))?;
        pictures.push((size, bytes));
    }
    write(&folder.join("icon.ico"), &ico(&pictures))?;
    write(&folder.join("icon.icns"), &icns(&pictures))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| failure(path, &error))
}

fn failure(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}.", path.display()))
}

/// Microsoft's icon file: a directory of sixteen bytes a picture, then the PNG files. It holds
/// pictures of up to 256 pixels, and writes 256 as 0.
fn ico(pictures: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let fitting: Vec<_> = pictures.iter().filter(|(size, _)| *size <= 256).collect();
    let count = u16::try_from(fitting.len()).unwrap_or(u16::MAX);
    let mut offset = 6 + 16 * u32::from(count);
    let mut file = [[0, 0], [1, 0], count.to_le_bytes()].concat();
    for (size, bytes) in &fitting {
        let edge = u8::try_from(*size).unwrap_or(0);
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        // No palette, one plane, 32 bits a pixel.
        file.extend([edge, edge, 0, 0, 1, 0, 32, 0]);
        file.extend(length.to_le_bytes());
        file.extend(offset.to_le_bytes());
        offset += length;
    }
    fitting.iter().for_each(|(_, bytes)| file.extend(bytes));
    file
}

/// Apple's icon file: `icns` and its length, then for each picture a name, a length that counts
/// its own eight bytes of heading, and the PNG file.
fn icns(pictures: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, wanted) in APPLE {
        for (_, bytes) in pictures.iter().filter(|(size, _)| size == wanted) {
            body.extend(chunk(name, bytes));
        }
    }
    chunk(b"icns", &body)
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len() + 8).unwrap_or(u32::MAX);
    [&name[..], &length.to_be_bytes(), content].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_picture_is_found_where_the_directory_says() {
        let pictures = vec![(16, vec![1; 5]), (256, vec![2; 7]), (512, vec![3; 9])];
        let file = ico(&pictures);
        assert_eq!(file[..6], [0, 0, 1, 0, 2, 0], "an icon file with the two sizes that fit");
        assert_eq!((file[6], file[22]), (16, 0), "256 pixels are written as 0");
        for (entry, content) in [(6, vec![1; 5]), (22, vec![2; 7])] {
            let number = |at: usize| usize::from(file[at]) + 256 * usize::from(file[at + 1]);
            let (length, offset) = (number(entry + 8), number(entry + 12));
            assert_eq!(file[offset..offset + length], content, "entry at byte {entry}");
        }
    }

    #[test]
    fn lengths_in_the_apple_file_add_up() {
        let file = icns(&[(16, vec![1; 5]), (128, vec![2; 7])]);
        assert_eq!(file[..8], [b'i', b'c', b'n', b's', 0, 0, 0, 36], "8 + (8 + 5) + (8 + 7)");
        assert_eq!(&file[8..12], b"icp4", "16 pixels come first");
        assert_eq!(file.len(), 36, "the length counts the whole file");
    }
}
