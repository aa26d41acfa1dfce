//! What stands behind an option, read before any work is done: days, and names of files to write.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

/// A day, written like 2026-03-05.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return Ok(day);
    }
    let is_form = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    Err(if is_form {
        "there is no such day; the form is year-month-day, such as 2026-02-28".to_owned()
    } else {
        "days are written year-month-day, such as 2026-02-28".to_owned()
    })
}

/// The name of a PDF to write.
pub(crate) fn pdf(text: &str) -> Result<PathBuf, String> {
    ending_in("pdf", text)
}

/// The name of a calendar file to write.
pub(crate) fn ics(text: &str) -> Result<PathBuf, String> {
    ending_in("ics", text)
}

/// The ending of a file's name, in small letters.
pub(crate) fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// A page that is called something else than it is is opened by the wrong program, or by none. What only
/// programs read may be called anything, and may be a pipe.
fn ending_in(wanted: &str, text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    if ending(&path) == wanted {
        return Ok(path);
    }
    Err(format!("the name has to end in .{wanted}; nothing was done"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_none_is_told_from_another_form() {
        assert_eq!(day("2028-02-29"), Ok(NaiveDate::from_ymd_opt(2028, 2, 29).expect("a day")));
        for none in ["2026-02-30", "2026-13-01", "2026-00-10", "2027-02-29"] {
            assert!(day(none).is_err_and(|said| said.contains("no such day")), "{none}");
        }
        for form in ["30.02.2026", "2026/02/28", "tomorrow", "", "26-02-28x", "2026-02-3ü"] {
            assert!(day(form).is_err_and(|said| said.contains("are written")), "{form}");
        }
    }

    #[test]
    fn a_file_is_called_what_it_is() {
        assert_eq!(pdf("a folder.txt/Case.PDF"), Ok(PathBuf::from("a folder.txt/Case.PDF")));
        for other in ["case.txt", "case", ".pdf", "case.pdf.txt", "pdf"] {
            assert!(pdf(other).is_err_and(|said| said.contains("end in .pdf")), "{other}");
        }
    }
}
