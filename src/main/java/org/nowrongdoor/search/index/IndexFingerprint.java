package org.nowrongdoor.search.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.nowrongdoor.storage.PackagedFiles;

/** Digest of every class and packaged file that shapes a document: when it changes, the index is rebuilt. */
public final class IndexFingerprint {

    /** Folders whose files count, all of them: a class that is forgotten would leave a stale index in use. */
    static final List<String> FOLDERS = List.of(
            "org/nowrongdoor/search/analysis",
            "org/nowrongdoor/search/index",
            "org/nowrongdoor/search/model",
            "org/nowrongdoor/directory/contact",
            "org/nowrongdoor/directory/disclosure",
            "org/nowrongdoor/directory/hours",
            "org/nowrongdoor/directory/record",
            "org/nowrongdoor/directory/store",
            "org/nowrongdoor/directory/vetting",
            "org/nowrongdoor/eligibility/evaluate",
            "org/nowrongdoor/eligibility/rule",
            "org/nowrongdoor/http/record",
            "org/nowrongdoor/region",
            "org/nowrongdoor/taxonomy",
            "org/nowrongdoor/taxonomy/language",
            "org/nowrongdoor/text",
            "eligibility",
            "taxonomy",
            "seed-data/geo",
            "seed-data/taxonomy");

    /** Of these folders those with data that documents are made with, and that nothing is read by which is in them. */
    static final List<String> DATA = List.of("taxonomy", "seed-data/geo", "seed-data/taxonomy");

    /** Hexadecimal SHA-256 of the names and checksums of all those files. */
    public static final String VALUE = of(FOLDERS);

    /** The same without those data: an index of the same format can be searched until it is built again. */
    public static final String FORMAT =
            of(FOLDERS.stream().filter(folder -> !DATA.contains(folder)).toList());

    private IndexFingerprint() {}

    static String of(List<String> folders) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var folder : folders) {
                new PackagedFiles(folder).presentChecksums().forEach((name, checksum) -> {
                    digest.update((folder + "/" + name).getBytes(StandardCharsets.UTF_8));
                    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, checksum));
                });
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
