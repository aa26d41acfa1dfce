//! Hand-over archives: one that was written is read as it was, and every other is refused whole.

mod chance;
mod hostile;
mod make;
mod whole;

use std::io::Cursor;

use holdfast_intake::archive::{Archive, Problem};

/// Opens an archive and reads all of it.
fn check(bytes: &[u8]) -> Result<Archive<Cursor<&[u8]>>, Problem> {
    let mut archive = Archive::open(Cursor::new(bytes))?;
    archive.check(|_, _, _| {}, |_| Ok::<_, Problem>(())).map(|()| archive)
}
