//! Pictures that break off, lie about their size, or hold nonsense in their heads.

use super::{Case, check};

const CASES: &[Case] = &[
    ("broken.png", "png; !damaged; !damaged"),
    ("broken_data_stream.png", "png; 128 × 128; copy 128 × 128; cut_short"),
    ("decompression_bomb.gif", "gif; 32 × 32; !damaged"),
    ("hopper_bad_exif.jpg", "jpg; 500 × 500; Sequential of 1 colours fits; copy 200 × 200"),
    ("invalid-exif.jpg", "jpg; 200 × 200; Sequential of 3 colours fits; copy 200 × 200"),
    ("truncated_app14.jpg", "jpg; 100 × 100; Sequential of 3 colours fits; !damaged"),
    ("truncated_image.png", "png; 640 × 480; copy 200 × 150; cut_short"),
    (
        "truncated_jpeg.jpg",
        "jpg; 100 × 100; Progressive of 3 colours does not fit; cut_short; copy 100 × 100; cut_short",
    ),
];

#[test]
fn broken_pictures_are_shown_as_far_as_they_go_or_refused_with_the_reason() {
    check("broken-images", CASES);
}
