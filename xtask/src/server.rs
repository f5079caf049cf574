//! A small static server for `dist/`: for looking at the page, and for the tests.
//!
//! It sends the strictest policy that the explorer must work under, so a mistake is seen on the first day and not at an
//! embedder's. In the tests the same files are also served from a deep path and by a careless host.

use anyhow::{Context, Result, bail};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

/// The policy: own files only, WebAssembly allowed, nothing inline, any page may frame it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; frame-src 'self'; frame-ancestors *";

/// A page with nothing but an empty frame: the tests show a page in it where a window cannot be narrow enough.
const FRAME: &str = "<!doctype html><title>frame</title><iframe style=\"border: 0\"></iframe>";

/// How many requests are answered at the same time.
const WORKERS: usize = 4;

/// A folder that is served under a path.
pub(crate) struct Mount {
    /// Begins and ends with a slash.
    pub(crate) prefix: &'static str,
    pub(crate) folder: PathBuf,
    pub(crate) manner: Manner,
}

/// How a host serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// With the strictest policy, and the right types.
    Strict,
    /// Without a policy, and without the right type for a module.
    Careless,
    /// Without the module: somebody forgot to upload it.
    Broken,
}

/// What is served.
pub(crate) struct Site {
    /// The longest prefix that fits wins, so the root comes last.
    pub(crate) mounts: Vec<Mount>,
    /// A script that is put first into every page, under `/__watch.js`; for the tests.
    pub(crate) watch: Option<PathBuf>,
}

/// Starts serving on this port or the next free one, in threads of its own; gives the port.
pub(crate) fn start(site: Site, port: u16) -> Result<u16> {
    let last = if port == 0 { 0 } else { port.saturating_add(50) };
    let server = (port..=last)
        .find_map(|port| Server::http(("127.0.0.1", port)).ok())
        .with_context(|| format!("no free port from {port} to {last}"))?;
    let port = server.server_addr().to_ip().context("no address")?.port();
    let (server, site) = (Arc::new(server), Arc::new(site));
    for _ in 0..WORKERS {
        let (server, site) = (Arc::clone(&server), Arc::clone(&site));
        std::thread::spawn(move || {
            for request in server.incoming_requests() {
                // A reader who went away is no error of ours.
                let _ = site.answer(request);
            }
        });
    }
    Ok(port)
}

impl Site {
    fn answer(&self, request: Request) -> Result<()> {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return send(request, 405, "text/plain", b"only GET".to_vec(), Manner::Careless);
        }
        let address = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        if let Some(script) = self.watch.as_ref().filter(|_| address == "/__watch.js") {
            return send(request, 200, "text/javascript", std::fs::read(script)?, Manner::Careless);
        }
        if self.watch.is_some() && address == "/__frame" {
            return send(request, 200, "text/html", FRAME.as_bytes().to_vec(), Manner::Careless);
        }
        match self.find(&address) {
            Ok((file, manner)) => {
                let mut kind = kind(&file);
                if manner == Manner::Careless && kind == "application/wasm" {
                    kind = "application/octet-stream";
                }
                let mut bytes = std::fs::read(&file)?;
                if self.watch.is_some() && kind.starts_with("text/html") {
                    bytes = watched(bytes);
                }
                send(request, 200, kind, bytes, manner)
            }
            Err(error) => {
                send(request, 404, "text/plain; charset=utf-8", format!("{error:#}").into_bytes(), Manner::Careless)
            }
        }
    }

    /// The file at an address, and how it is served.
    fn find(&self, address: &str) -> Result<(PathBuf, Manner)> {
        let mount = self.mounts.iter().find(|mount| address.starts_with(mount.prefix)).context("nothing is here")?;
        let inside = decode(address.get(mount.prefix.len()..).unwrap_or_default())?;
        let inside = Path::new(&inside);
        if !inside.components().all(|part| matches!(part, Component::Normal(_))) {
            bail!("this address leaves the folder");
        }
        let mut file = mount.folder.join(inside);
        if file.is_dir() && address.ends_with('/') {
            file.push("index.html");
        }
        // Links inside the folder are followed, but not out of it.
        let real = file.canonicalize().with_context(|| format!("{address} does not exist"))?;
        if !real.starts_with(mount.folder.canonicalize()?) || !real.is_file() {
            bail!("{address} is no file here");
        }
        if mount.manner == Manner::Broken && kind(&real) == "application/wasm" {
            bail!("{address} was forgotten");
        }
        Ok((real, mount.manner))
    }
}

/// The page with the tests' script before any other.
fn watched(page: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(page) {
        Ok(text) => text.replacen("<head>", "<head><script src=\"/__watch.js\"></script>", 1).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

fn send(request: Request, status: u16, kind: &str, body: Vec<u8>, manner: Manner) -> Result<()> {
    let mut headers = vec![("Content-Type", kind), ("Access-Control-Allow-Origin", "*"), ("Cache-Control", "no-cache")];
    if manner != Manner::Careless {
        headers.extend([("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff")]);
    }
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in headers {
        let header = Header::from_bytes(name, value).map_err(|()| anyhow::anyhow!("bad header {name}"))?;
        response.add_header(header);
    }
    Ok(request.respond(response)?)
}

/// The content type by a file's name.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Undoes the percent signs of an address.
fn decode(address: &str) -> Result<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap_or_default(), rest.next().unwrap_or_default()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits)?, 16).context("a bad % in the address")?);
        } else {
            bytes.push(byte);
        }
    }
    Ok(String::from_utf8(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::{Manner, Mount, Site, decode};
    use crate::paths::root;
    use anyhow::Result;

    fn site() -> Site {
        let mounts = vec![
            Mount { prefix: "/deep/path/", folder: root().join("xtask"), manner: Manner::Careless },
            Mount { prefix: "/", folder: root().join("xtask"), manner: Manner::Strict },
        ];
        Site { mounts, watch: None }
    }

    #[test]
    fn addresses_find_their_file() -> Result<()> {
        for (address, expected) in [
            ("/src/main.rs", Manner::Strict),
            ("/deep/path/src/main.rs", Manner::Careless),
            ("/src/m%61in.rs", Manner::Strict),
        ] {
            let (file, manner) = site().find(address)?;
            assert!(file.ends_with("xtask/src/main.rs"), "{address}");
            assert_eq!(manner, expected, "{address}");
        }
        Ok(())
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for address in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/src/../../Cargo.toml", "//etc/passwd", "/..%2fCargo.toml"]
        {
            assert!(site().find(address).is_err(), "{address} was served");
        }
    }

    #[test]
    fn percent_signs_are_undone_or_refused() {
        assert_eq!(decode("a%20b").ok().as_deref(), Some("a b"));
        assert!(decode("%zz").is_err());
        assert!(decode("%4").is_err());
    }
}
