//! Sets a chronology of 2,000 events and says how long it took: `--release --example chronology`.

#[path = "../tests/specimen/mod.rs"]
#[allow(dead_code, unreachable_pub, reason = "the tests use the rest")]
mod specimen;

use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let document = specimen::long(2_000);
    for _ in 0..5 {
        let start = Instant::now();
        let pdf = holdfast_typeset::pdf(&document)?;
        let took = start.elapsed();
        println!("{} pages, {} bytes, {took:?}", pdf.pages, pdf.bytes.len());
        if let Some(file) = std::env::args_os().nth(1) {
            std::fs::write(file, &pdf.bytes)?;
        }
    }
    Ok(())
}
