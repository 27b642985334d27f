package org.nowrongdoor.exchange.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.exchange.check.RetiredNumber;
import org.nowrongdoor.exchange.check.RetiredNumbers;
import org.nowrongdoor.exchange.row.KnownTerm;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.exchange.row.UnreadablePart;

/** A row that other rules found in order is looked at again. */
class RulesFingerprintTest {

    /** These decide who may send, where rows are written and what is forgotten, never what is found in a row. */
    private static final List<String> NO_RULES = List.of(
            "storage",
            "access.audit",
            "access.caller",
            "exchange.removal",
            "exchange.upload",
            "http.parameter",
            "directory.store");

    private static final KnownTerm TERM =
            new KnownTerm(new UUID(1, 2), "shelter", "Shelter", "A bed", new UUID(3, 4), "needs", List.of());
    private static final RetiredNumber NUMBER = new RetiredNumber("+16125550100", "Disconnected", null, null, null);

    @Test
    void whateverFindsSomethingCounts() {
        var rooms = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                        "org.nowrongdoor.exchange.check",
                        "org.nowrongdoor.exchange.intake",
                        "org.nowrongdoor.exchange.redaction",
                        "org.nowrongdoor.exchange.row",
                        "org.nowrongdoor.exchange.text");
        var missing = new TreeSet<String>();
        rooms.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> name.startsWith("org.nowrongdoor."))
                .filter(name -> !RulesFingerprint.FOLDERS.contains(name.replace('.', '/')))
                .filter(name -> !NO_RULES.contains(name.substring("org.nowrongdoor.".length())))
                .forEach(missing::add);
        assertEquals(new TreeSet<>(), missing, "add these packages to RulesFingerprint.FOLDERS");
    }

    private static String of(List<KnownTerm> terms, List<RetiredNumber> numbers, Reach reach) {
        return RulesFingerprint.of(new IngestContext(
                new KnownTerms(terms),
                new RetiredNumbers(numbers),
                null,
                reach,
                UnreadablePart.DROPPED,
                SeenVersions.NONE,
                FirstReading.NONE));
    }

    @Test
    void anotherTermNumberOrSenderIsAnotherFingerprint() {
        var before = of(List.of(TERM), List.of(NUMBER), Reach.ACROSS);
        assertEquals(before, of(List.of(TERM), List.of(NUMBER), Reach.ACROSS));
        assertNotEquals(before, of(List.of(), List.of(NUMBER), Reach.ACROSS));
        assertNotEquals(before, of(List.of(TERM), List.of(), Reach.ACROSS));
        assertNotEquals(before, of(List.of(TERM), List.of(NUMBER), new Reach(new UUID(5, 6))));
    }
}
