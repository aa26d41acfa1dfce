//! Files made in code: each as small as its form allows.

use std::io::{Cursor, Write};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip with these entries.
pub(crate) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).expect("an entry can be begun");
        writer.write_all(content).expect("an entry can be written");
    }
    writer.finish().expect("a zip can be ended").into_inner()
}

/// A picture whose left upper quarter is red and whose rest is blue.
pub(crate) fn corner(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        if x < width / 2 && y < height / 2 { Rgb([250, 10, 10]) } else { Rgb([10, 10, 250]) }
    })
}

/// The same as a file.
pub(crate) fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(corner(width, height));
    picture.write_to(&mut bytes, format).expect("a picture can be written");
    bytes.into_inner()
}

/// The same as a JPEG with EXIF that says how it is to be turned, in either order of bytes.
pub(crate) fn jpeg(width: u32, height: u32, orientation: u8, big_endian: bool) -> Vec<u8> {
    let plain = picture(width, height, ImageFormat::Jpeg);
    let [head, rest] = [&plain[..2], &plain[2..]];
    let exif: &[u8] = &if big_endian {
        [*b"MM\0*\0\0\0\x08\0\x01", [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]].concat()
    } else {
        [*b"II*\0\x08\0\0\0\x01\0", [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0]].concat()
    };
    let content = [b"Exif\0\0", exif, &[0; 6]].concat();
    let length = u16::try_from(content.len() + 2).expect("it is short").to_be_bytes();
    [head, &[0xFF, 0xE1], &length, &content, rest].concat()
}

/// The bytes of a file of boxes with these brands.
pub(crate) fn boxed(brands: &[&str]) -> Vec<u8> {
    let (first, others) = brands.split_first().expect("a brand is given");
    let content = ["ftyp", first, "\0\0\0\0", &others.concat()].concat();
    let length = u32::try_from(content.len() + 4).expect("it is short").to_be_bytes();
    [&length[..], content.as_bytes(), &[0; 64]].concat()
}

/// A PDF whose pages have these contents; `filter` is how they are packed.
pub(crate) fn pdf(contents: &[&[u8]], filter: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|it| format!("{} 0 R", 4 + 2 * it)).collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" ")).into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
    ];
    for (number, content) in contents.iter().enumerate() {
        let stream = 5 + 2 * number;
        objects.push(
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {stream} 0 R\
                 /Resources<</Font<</F 3 0 R>>>>>>"
            )
            .into_bytes(),
        );
        let head = format!("<</Length {}{filter}>>\nstream\n", content.len());
        objects.push([head.as_bytes(), content, b"\nendstream"].concat());
    }
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.extend(format!("{number} 0 obj\n").into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let size = objects.len() + 1;
    file.extend(
        format!("trailer <</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF").into_bytes(),
    );
    file
}
