//! Reads `tauri.conf.json`, as every Tauri program does.

fn main() {
    tauri_build::build();
}
