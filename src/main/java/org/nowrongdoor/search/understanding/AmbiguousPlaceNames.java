package org.nowrongdoor.search.understanding;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and codes of places that are words of every day: "in spring", "en el centro", "help me". Of the names of
 *  places with enough people those that people say after in, at, near, en or por, and of the smaller ones those that
 *  stand at the end of an organisation's name. */
final class AmbiguousPlaceNames {

    private static final String ENGLISH = """
        bay; beacon; bell; bend; cache; canyon; central; clay; college; commerce; country club; cook; crystal; downtown;
        eagle; enterprise; financial district; fountain; garden; golden; green; halfway; halfway house; heath; highland; hillside;
        holiday; homestead; hurricane; justice; king; lake; lakeside; lane; law; liberal; liberty; marathon; mentor;
        midtown; midway; mission; mobile; moody; normal; ocean; opportunity; pace; paradise; park; parkland; parkway;
        parole; plantation; prosper; reading; republic; ridge; rock; rye; sandy; savage; seaside; shoreline; speedway;
        spring; stark; story; summit; sunrise; sunset; superior; surprise; temple; the colony; trinity; union; university;
        uptown; wake; white house; will; winder; woodland; worth\
        """;
    private static final String SPANISH = """
        aventura; colonia; corona; el campo; el centro; el monte; encanto; fortuna; la mesa; la palma; la vista; los altos;
        los banos; madera; marina; plano; pueblo; salida; soledad; vista\
        """;
    private static final String OF_HOUSES = """
        advance; bridge; care; center; comfort; council; day; east; faith; family; freedom; friend; friendship; grace;
        harbor; harmony; haven; home; hope; house; mercy; north; office; page; post; price; serenity; south; star; street;
        victory; welcome; west; women\
        """;
    private static final Set<String> NAMES = Stream.of(ENGLISH, SPANISH, OF_HOUSES)
            .flatMap(names -> Arrays.stream(names.split(";")))
            .map(String::strip)
            .collect(Collectors.toSet());

    /** Codes and short forms of states that are words, or short for something else: court, doctor, papers. */
    private static final Set<String> CODES = Set.of(
            "al", "as", "ct", "de", "hi", "id", "in", "la", "ma", "md", "me", "mi", "mo", "ms", "oh", "ok", "or", "pa",
            "pr", "us", "va", "vi", "ala", "ark", "cal", "colo", "del", "ill", "ind", "kan", "mass", "miss", "mont",
            "neb", "nev", "ore", "penn", "tex", "wash");

    private AmbiguousPlaceNames() {}

    static boolean isName(String folded) {
        return NAMES.contains(folded);
    }

    static boolean isCode(String folded) {
        return CODES.contains(folded);
    }
}
