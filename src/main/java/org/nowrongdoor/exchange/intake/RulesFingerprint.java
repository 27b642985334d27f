package org.nowrongdoor.exchange.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.nowrongdoor.storage.PackagedFiles;

/** What a row is checked against, apart from the records: the program, its places, the terms, the retired numbers and
 *  whose records the sender may change. */
public final class RulesFingerprint {

    /** Folders whose files count, all of them: a rule that is forgotten would spare rows that it is new to. */
    static final List<String> FOLDERS = List.of(
            "org/nowrongdoor/directory",
            "org/nowrongdoor/directory/hours",
            "org/nowrongdoor/directory/record",
            "org/nowrongdoor/eligibility/rule",
            "org/nowrongdoor/exchange/check",
            "org/nowrongdoor/exchange/imports",
            "org/nowrongdoor/exchange/intake",
            "org/nowrongdoor/exchange/redaction",
            "org/nowrongdoor/exchange/row",
            "org/nowrongdoor/exchange/text",
            "org/nowrongdoor/exchange/unchanged",
            "org/nowrongdoor/problem",
            "org/nowrongdoor/region",
            "org/nowrongdoor/taxonomy",
            "org/nowrongdoor/taxonomy/language",
            "org/nowrongdoor/text",
            "eligibility",
            "taxonomy",
            "seed-data/geo",
            "seed-data/taxonomy");

    private RulesFingerprint() {}

    /** Hexadecimal SHA-256 of all that.
     *  @param context of an import, before it has learnt terms of the file */
    public static String of(IngestContext context) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, Program.CHECKSUMS);
            context.terms().all().forEach(term -> add(digest, term.toString()));
            context.retired().all().forEach(number -> add(digest, number.toString()));
            add(digest, String.valueOf(context.reach().organizationId()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** Read at the first import. */
    private static final class Program {

        private static final String CHECKSUMS = FOLDERS.stream()
                .map(folder -> folder + new PackagedFiles(folder).presentChecksums())
                .toList()
                .toString();
    }
}
