//! The examples of the standards.

use super::{Case, check};

const CASES: &[Case] = &[
    (
        "000",
        "1994-10-07T16:15:05-07:00; 68 words; - (txt, 85 bytes); - (txt, 44 bytes); - (txt, 140 bytes); (subject in US-ASCII) (eml, 223 bytes); bad_attachment; bad_attachment",
    ),
    (
        "001",
        "no date; 0 words; BodyFormats.ps (txt, 79 bytes); /u/nsb/writing/rfcs/RFC-MIME.ps (txt, 79 bytes); - (txt, 97 bytes); bad_date Whenever; no_text",
    ),
    ("002", "no date; 11 words; Map of Argentina with Description (eml, 1979 bytes); no_date"),
    ("003", "1993-03-22T09:41:09-08:00; 9 words; - (txt, 69 bytes); - (txt, 51 bytes)"),
    (
        "004",
        "1994-03-22T13:34:51+00:00; 6 words; my opinion (eml, 100 bytes); my different opinion (eml, 125 bytes)",
    ),
    ("005", "1993-03-21T23:56:48-08:00; 27 words"),
    ("006", "no date; 16 words; no_date"),
    (
        "007",
        "no date; 4 words; - (txt, 1 bytes); - (txt, 1 bytes); - (txt, 1 bytes); - (txt, 1 bytes); J (eml, 13 bytes); no_sender; no_date",
    ),
    ("008", "no date; 10 words; attached_email.eml (eml, 872 bytes); no_sender; no_date"),
    (
        "009",
        "2009-10-10T00:30:04+02:00; 1 words; Hello, this is an elaborate request for you to finally say hello already! (eml, 121 bytes)",
    ),
];

#[test]
fn the_examples_of_the_standards_are_read_as_another_reader_does() {
    check("stalwart-rfc", CASES);
}
