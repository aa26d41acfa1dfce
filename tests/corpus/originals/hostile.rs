//! Scripts in drawings, pages and metadata, and a zip that points elsewhere.

use super::{Case, check};

const CASES: &[Case] = &[
    ("SVG_XSS1.svg", "svg; 1 words"),
    ("SVG_XSS2.svg", "svg; 1 words"),
    ("SVG_XSS3.svg", "svg; 1 words"),
    ("SVG_XSS_green_triangle.svg", "svg; 0 words; script_left_out 1; !no_text"),
    ("SVG_XSS_nested_img_xlink.svg", "svg; 0 words; remote_left_out 1; !no_text"),
    ("SVG_XSS_nested_svg.svg", "svg; 0 words; script_left_out 2; !no_text"),
    ("SVG_XSS_nested_use_xlink.svg", "svg; 0 words; remote_left_out 1; !no_text"),
    ("SVG_XSS_red_lightning.svg", "svg; 0 words; script_left_out 7; !no_text"),
    ("etc_passwd.zip", "zip; 0 words; !not_read zip"),
    ("mouseover-xss-ecs.jpeg", "jpg; 256 × 128; Sequential of 3 colours fits; copy 200 × 100"),
    ("onclick-xss-ecs.jpeg", "jpg; 256 × 128; Sequential of 3 colours fits; copy 200 × 100"),
    (
        "payload_in_all_known_exif_corrupted.jpg",
        "jpg; 250 × 229; Sequential of 3 colours fits; copy 200 × 183",
    ),
    ("payload_in_all_known_exif_corrupted.png", "png; 250 × 229; copy 200 × 183"),
    (
        "payload_in_all_known_metadata.jpg",
        "jpg; 229 × 229; Progressive of 3 colours fits; copy 200 × 200",
    ),
    ("payload_in_all_known_metadata.png", "png; 229 × 229; copy 200 × 200"),
    ("payload_text_xss.png", "png; 250 × 229; copy 200 × 183"),
    ("xss.htm", "html; 0 words; script_left_out 1; !no_text"),
    ("xss.xhtml", "xhtml; 0 words; script_left_out 1; !no_text"),
    ("xss.xml", "html; 3 words; script_left_out 2"),
    ("xss_comment_exif_metadata_double_quote.png", "png; 100 × 100; copy 100 × 100"),
    ("xss_comment_exif_metadata_single_quote.png", "png; 100 × 100; copy 100 × 100"),
];

#[test]
fn nothing_hostile_is_run_or_loaded_or_followed() {
    check("hostile", CASES);
}
