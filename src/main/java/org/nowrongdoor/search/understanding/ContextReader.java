package org.nowrongdoor.search.understanding;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the words around a name say of it: that the client is there, or that it is no place to look for help in. */
final class ContextReader {

    /** How much a name is said to be where help is looked for. */
    enum Evidence {
        /** Right after in, near, en, cerca de. */
        STRONG,
        /** After to, at, for, de, or between commas. */
        WEAK,
        NONE
    }

    /** Why a name is not where help is looked for. */
    enum Objection {
        /** Where the client came from, was taken to, or lived once. */
        ELSEWHERE,
        /** Someone is called so. */
        PERSON,
        /** A paper or a thing of that place. */
        THING,
        STREET
    }

    private static final Set<String> STRONG = words("in near around inside within outside en nearby");
    private static final Set<String> WEAK = words("at to for by of de a por hacia para toward towards through");
    private static final Set<String> LEFT = words("left leaving fled fleeing escaped escaping");
    private static final Set<String> HERE_FROM =
            words("calling call texting text writing messaging chatting llamo llamando escribo escribiendo hablo");
    private static final Set<String> AWAY = words("""
        escaped escape escaping ran run running runaway fled flee away moved came come coming brought taken took kidnapped
        bussed bused drove travelled traveled released evicted kicked deported back trafficked got left out vengo vine viene
        venimos escape escapo escapamos hui huyo huimos huyendo escapando sali salgo salio saliendo fui fue llegue trajo
        trajeron sacaron saco originaria originario deportaron deportada deportado mudamos mude\
        """);
    private static final Set<String> TAKEN = words("""
        drove took brought flew shipped sent dragged driving takes taking bring brings llevo trajo llevaron trajeron mando
        mandaron lleva trae\
        """);
    private static final Set<String> FROM = words("from desde de");
    private static final Set<String> STAYED = words("dumped abandoned stranded here now ahora aqui dejo dejaron left");
    private static final Set<String> ONCE =
            words("lived grew born raised naci nacida nacido vivi vivia viviamos creci crecio crie criada criado");
    private static final Set<String> CALLED =
            words("im soy named called llamo llama llaman llamada llamado mr mrs ms miss senor senora don dona");
    private static final Set<String> CALLED_AFTER_TWO =
            Set.of("i am", "this is", "name is", "names is", "nombre es", "call me", "goes by", "me dicen", "le dicen");
    private static final Set<String> RELATION = words("""
        boyfriend girlfriend friend bf gf pimp husband wife ex daughter son sister brother mom mother dad father cousin trick
        john boss partner kid baby girl boy manager daddy trafficker abuser stepdad stepmom uncle aunt fiance roommate child
        novio novia amigo amiga marido esposo esposa hija hijo hermana hermano primo prima jefe pareja padrote mama papa tio
        tia nina nino cunado padrastro\
        """);
    private static final Set<String> DOES_TO = words("""
        hit hits hitting beat beats beating raped rapes hurt hurts sells sold pimps pimped takes took keeps kept has had
        threatens threatened makes made forces forced stole steals stalks controls owns choked punched kicked slapped
        abused abuses touched touches drugged locked locks follows followed kidnapped trafficked bought wants told lets
        calls texted loves found gave hates\
        """);
    private static final Set<String> TO_WHOM = words("me my her him us them our his");
    private static final Set<String> REFUSES = words("wont doesnt didnt says said");
    private static final Set<String> DOES = words("""
        ran runs needs wants overdosed died said says lies drinks uses is was has pega pego golpea golpeo vende vendio viola
        violo amenaza amenazo obliga obligo controla quita quito roba robo usa consume toma necesita quiere tiene dice dijo
        fuma bebe esta se me\
        """);
    private static final Set<String> ASKS =
            words("i im need want looking please tonight now asap necesito busco quiero ayuda ahora urgente");
    private static final Set<String> IS_WHOSE = words("my mi");
    private static final Set<String> IS_MY =
            words("my mi abusive violent dangerous stalking following threatening forcing hitting selling controlling");
    private static final Set<String> PAPERS = words("""
        id ids license licence licenses drivers driver warrant warrants birth plates plate tags style accent pizza
        passport certificate licencia identificacion\
        """);
    private static final Set<String> PAPERS_BEFORE = words(
            "license licence certificate warrant warrants passport plates licencia acta certificado partida style");
    private static final Set<String> STREETS = words("""
        street avenue ave st road rd boulevard blvd drive dr lane ln highway hwy parkway pkwy\
        """);
    private static final Set<String> STREETS_BEFORE = words("calle avenida avda");
    private static final Set<String> CORNER = words("corner esquina");
    private static final Set<String> ARTICLES =
            words("a an the my his her our their your this that la el las los un una mi su tu este esta");

    private static final int FAR = 5;

    private ContextReader() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /** Where the words that lead to a name begin: in, near the, cerca de; the name itself when none do. */
    static int lead(TokenizedText line, int from) {
        int at = from;
        if (at > 0 && line.isOneName(at - 1, at + 1) && line.folded(at - 1).equals("the")) {
            at--;
        }
        if (at == 0 || !line.isOneName(at - 1, at + 1)) {
            return from;
        }
        var before = line.folded(at - 1);
        if (STRONG.contains(before) || WEAK.contains(before) || before.equals("from") || before.equals("desde")) {
            var isTwo = at > 1
                    && (before.equals("de") || before.equals("to") || before.equals("of"))
                    && Set.of("cerca", "close", "next", "outside", "here").contains(line.folded(at - 2));
            return isTwo ? at - 2 : at - 1;
        }
        return from;
    }

    static Evidence evidence(TokenizedText line, int from) {
        int lead = lead(line, from);
        if (lead == from) {
            return Evidence.NONE;
        }
        var word = line.folded(lead);
        if (STRONG.contains(word) || word.equals("cerca") || word.equals("close") || word.equals("here")) {
            return Evidence.STRONG;
        }
        var isFrom = word.equals("from") || word.equals("desde");
        if (isFrom) {
            return lead > 0 && HERE_FROM.contains(line.folded(lead - 1)) ? Evidence.STRONG : Evidence.NONE;
        }
        return Evidence.WEAK;
    }

    /** Whether an article or whose it is stands right before a name. */
    static boolean isAfterArticle(TokenizedText line, int from) {
        return from > 0 && line.isOneName(from - 1, from + 1) && ARTICLES.contains(line.folded(from - 1));
    }

    /** What a name is called for.
     *  @param isGivenName whether people are called so
     *  @param isCity whether it is a large city
     *  @param isWithState whether its state follows, so that no person is meant */
    record Called(boolean isGivenName, boolean isCity, boolean isWithState) {}

    /** What argues against a name.
     *  @return null when nothing does */
    static @Nullable Objection objection(TokenizedText line, int from, int to, Called called) {
        if (isElsewhere(line, from, to)) {
            return Objection.ELSEWHERE;
        }
        if (isStreet(line, from, to)) {
            return Objection.STREET;
        }
        if (isPaper(line, from, to)) {
            return Objection.THING;
        }
        return !called.isWithState() && evidence(line, from) != Evidence.STRONG && isPerson(line, from, to, called)
                ? Objection.PERSON
                : null;
    }

    private static boolean isElsewhere(TokenizedText line, int from, int to) {
        int lead = lead(line, from);
        var before = from > 0 ? line.folded(from - 1) : "";
        if (lead == from) {
            return LEFT.contains(before);
        }
        var word = line.folded(lead);
        if (word.equals("from") || word.equals("desde") || word.equals("of") || word.equals("de")) {
            return (lead == 0 || !HERE_FROM.contains(line.folded(lead - 1))) && saidBefore(line, lead, 4, AWAY);
        }
        if (word.equals("to") || word.equals("a")) {
            // From one town to another: she is in the second.
            return saidBefore(line, lead, FAR, TAKEN)
                    && !saidBefore(line, lead, FAR, FROM)
                    && !saidAfter(line, to, STAYED);
        }
        return (word.equals("in") || word.equals("en"))
                && (saidBefore(line, lead, 2, ONCE)
                        || (lead > 2
                                && line.folded(lead - 1).equals("live")
                                && line.folded(lead - 3).equals("used")));
    }

    private static boolean saidBefore(TokenizedText line, int at, int words, Set<String> any) {
        for (int i = at - 1; i >= Math.max(0, at - words); i--) {
            if (any.contains(line.folded(i))) {
                return true;
            }
            if (i < at - 1 && line.gap(i + 1).contains(",")) {
                return false;
            }
        }
        return false;
    }

    private static boolean saidAfter(TokenizedText line, int at, Set<String> any) {
        for (int i = at; i < Math.min(line.size(), at + FAR); i++) {
            if (any.contains(line.folded(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStreet(TokenizedText line, int from, int to) {
        var isBeforeStreet = to < line.size() && line.isOneName(to - 1, to + 1) && STREETS.contains(line.folded(to));
        var isAfterStreet = from > 0 && STREETS_BEFORE.contains(line.folded(from - 1));
        return (isBeforeStreet && !isSaint(line, to)) || isAfterStreet || saidBefore(line, from, FAR, CORNER);
    }

    /** Duluth St. Paul are two towns: a saint follows. */
    private static boolean isSaint(TokenizedText line, int at) {
        return line.folded(at).equals("st") && at + 1 < line.size() && line.isCapitalised(at + 1);
    }

    private static boolean isPaper(TokenizedText line, int from, int to) {
        int next = to < line.size() && line.folded(to).equals("state") ? to + 1 : to;
        if (next < line.size() && line.isOneName(to - 1, next + 1) && PAPERS.contains(line.folded(next))) {
            return true;
        }
        int lead = lead(line, from);
        return lead < from && evidence(line, from) != Evidence.STRONG && saidBefore(line, lead, FAR, PAPERS_BEFORE);
    }

    private static boolean isPerson(TokenizedText line, int from, int to, Called called) {
        var isGivenName = called.isGivenName();
        var before = from > 0 && line.isOneName(from - 1, from + 1) ? line.folded(from - 1) : "";
        var two = from > 1 ? line.folded(from - 2) + " " + before : "";
        if (CALLED.contains(before) || CALLED_AFTER_TWO.contains(two)) {
            return true;
        }
        var after = to < line.size() && line.isOneName(to - 1, to + 1) ? line.folded(to) : "";
        var then = to + 1 < line.size() ? line.folded(to + 1) : "";
        var isRelated = RELATION.contains(before);
        // Leave my husband Orlando, need a lawyer: the city, where the line goes on about the one who types it.
        var isCityThere = called.isCity() && (after.isEmpty() || ASKS.contains(after));
        if (isRelated && ((isGivenName && !isCityThere) || DOES.contains(after))) {
            return true;
        }
        var isWhose = from == 0 && isGivenName && IS_WHOSE.contains(after) && RELATION.contains(then);
        var acts = isWhose
                || (after.equals("keeps") && then.endsWith("ing"))
                || (DOES_TO.contains(after) && TO_WHOM.contains(then))
                || (REFUSES.contains(after) && !then.isEmpty())
                || ((after.equals("is") || after.equals("es")) && IS_MY.contains(then))
                || ((after.equals("me") || after.equals("nos")) && DOES.contains(then))
                || (after.equals("me") && then.endsWith("a") && isGivenName);
        return acts || (isGivenName && DOES.contains(after) && from == 0);
    }
}
