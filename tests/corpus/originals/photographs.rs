//! Photographs of many cameras, in all eight orientations and with odd heads.

use super::{Case, check};

const CASES: &[Case] = &[
    ("gps__DSCN0010.jpg", "jpg; 640 × 480; Sequential of 3 colours fits; copy 200 × 150"),
    ("gps__DSCN0012.jpg", "jpg; 640 × 480; Sequential of 3 colours fits; copy 200 × 150"),
    ("invalid__image00971.jpg", "jpg; 636 × 227; Sequential of 3 colours fits; copy 200 × 71"),
    ("invalid__image01088.jpg", "jpg; 425 × 120; Sequential of 3 colours fits; copy 200 × 56"),
    ("invalid__image01137.jpg", "jpg; 88 × 64; Sequential of 3 colours fits; copy 88 × 64"),
    ("invalid__image01551.jpg", "jpg; 61 × 58; Sequential of 3 colours fits; copy 61 × 58"),
    ("invalid__image01713.jpg", "jpg; 49 × 500; Sequential of 3 colours fits; copy 20 × 200"),
    ("invalid__image01980.jpg", "jpg; 284 × 25; Sequential of 3 colours fits; copy 200 × 18"),
    ("invalid__image02206.jpg", "jpg; 65 × 65; Sequential of 3 colours fits; copy 65 × 65"),
    ("long_description.jpg", "jpg; 100 × 73; Sequential of 3 colours fits; copy 100 × 73"),
    (
        "orientation__landscape_1.jpg",
        "jpg; 600 × 450; Sequential of 3 colours fits; copy 200 × 150",
    ),
    (
        "orientation__landscape_2.jpg",
        "jpg; 600 × 450; turned 2; Sequential of 3 colours fits; copy 200 × 150",
    ),
    (
        "orientation__landscape_3.jpg",
        "jpg; 600 × 450; turned 3; Sequential of 3 colours fits; copy 200 × 150",
    ),
    (
        "orientation__landscape_4.jpg",
        "jpg; 600 × 450; turned 4; Sequential of 3 colours fits; copy 200 × 150",
    ),
    (
        "orientation__landscape_5.jpg",
        "jpg; 450 × 600; turned 5; Sequential of 3 colours fits; copy 200 × 150",
    ),
    (
        "orientation__landscape_6.jpg",
        "jpg; 450 × 600; turned 6; Sequential of 3 colours fits; copy 200 × 150",
    ),
    (
        "orientation__landscape_7.jpg",
        "jpg; 450 × 600; turned 7; Sequential of 3 colours fits; copy 200 × 150",
    ),
    (
        "orientation__landscape_8.jpg",
        "jpg; 450 × 600; turned 8; Sequential of 3 colours fits; copy 200 × 150",
    ),
    ("orientation__portrait_1.jpg", "jpg; 450 × 600; Sequential of 3 colours fits; copy 150 × 200"),
    (
        "orientation__portrait_2.jpg",
        "jpg; 450 × 600; turned 2; Sequential of 3 colours fits; copy 150 × 200",
    ),
    (
        "orientation__portrait_3.jpg",
        "jpg; 450 × 600; turned 3; Sequential of 3 colours fits; copy 150 × 200",
    ),
    (
        "orientation__portrait_4.jpg",
        "jpg; 450 × 600; turned 4; Sequential of 3 colours fits; copy 150 × 200",
    ),
    (
        "orientation__portrait_5.jpg",
        "jpg; 600 × 450; turned 5; Sequential of 3 colours fits; copy 150 × 200",
    ),
    (
        "orientation__portrait_6.jpg",
        "jpg; 600 × 450; turned 6; Sequential of 3 colours fits; copy 150 × 200",
    ),
    (
        "orientation__portrait_7.jpg",
        "jpg; 600 × 450; turned 7; Sequential of 3 colours fits; copy 150 × 200",
    ),
    (
        "orientation__portrait_8.jpg",
        "jpg; 600 × 450; turned 8; Sequential of 3 colours fits; copy 150 × 200",
    ),
];

#[test]
fn photographs_stand_upright_and_say_what_a_pdf_has_to_know() {
    check("jpeg", CASES);
}
