package org.nowrongdoor.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Files of one folder of the program, whether it runs from a jar or from a folder of classes.
 *  Folders below it are not looked into. */
public final class PackagedFiles {

    private final String folder;

    /** The files of a folder.
     *  @param folder such as {@code seed-data/services}, without a slash at either end */
    public PackagedFiles(String folder) {
        this.folder = folder;
    }

    /** Checksums by name, in the order of the names.
     *  @return CRC-32, which a jar holds for each of its entries; empty where there is no such folder */
    public Map<String, Long> checksums() {
        try {
            var found = new TreeMap<String, Long>();
            for (var url : Collections.list(loader().getResources(folder))) {
                if ("jar".equals(url.getProtocol())) {
                    addFromJar(url, found);
                } else {
                    addFromFolder(Path.of(url.toURI()), found);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same of a folder whose files count for a fingerprint.
     *  @throws IllegalStateException when none is packaged: a fingerprint of nothing would never change */
    public Map<String, Long> presentChecksums() {
        var files = checksums();
        if (files.isEmpty()) {
            throw new IllegalStateException(folder + " is not packaged");
        }
        return files;
    }

    /** Opens one file.
     *  @throws IllegalStateException when it is not packaged */
    public InputStream open(String name) {
        var file = loader().getResourceAsStream(folder + "/" + name);
        if (file == null) {
            throw new IllegalStateException(folder + "/" + name + " is not packaged");
        }
        return file;
    }

    private void addFromJar(URL url, Map<String, Long> found) throws IOException {
        if (!(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IllegalStateException("no jar behind " + url);
        }
        // The class loader holds the jar open, so that this opens it a second time without reading it.
        connection.setUseCaches(false);
        var begin = folder + "/";
        try (var jar = connection.getJarFile()) {
            jar.stream()
                    .filter(entry -> entry.getName().startsWith(begin) && !entry.isDirectory())
                    .filter(entry -> entry.getName().indexOf('/', begin.length()) < 0)
                    .forEach(entry -> found.put(entry.getName().substring(begin.length()), entry.getCrc()));
        }
    }

    private static void addFromFolder(Path folder, Map<String, Long> found) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                found.put(file.getFileName().toString(), checksum.getValue());
            }
        }
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
