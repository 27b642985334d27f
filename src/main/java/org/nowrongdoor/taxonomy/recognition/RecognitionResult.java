package org.nowrongdoor.taxonomy.recognition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.taxonomy.Situation;

/** What was understood of someone's words, and what was not.
 *  @param situations what the person is in; related needs are a hint and no filter
 *  @param aliases organisations that go by other names too
 *  @param unclear forms of ours that mean other things too, taken for none of them
 *  @param rest the words that mean nothing to us, without those that carry no meaning anywhere */
public record RecognitionResult(
        List<Need> needs,
        List<LivedSituation> situations,
        List<OrgAlias> aliases,
        List<Unclear> unclear,
        List<String> rest) {

    /** A need that was asked for.
     *  @param from the words that were read; null where they are accepted and never shown */
    public record Need(String code, String label, @Nullable String from) {}

    /** A situation that was told.
     *  @param label neutral, whatever the words were
     *  @param from the words that were read; null where they are accepted and never shown
     *  @param related codes of the needs that often go with it */
    public record LivedSituation(
            String code, String label, @Nullable String from, List<String> related) {

        static LivedSituation of(Situation situation, String lang, @Nullable String from) {
            return new LivedSituation(situation.code(), situation.label(lang), from, situation.related());
        }
    }

    /** An organisation by another of its names.
     *  @param names every name it goes by, all worth searching for and not to be shown: some have a word that hurts
     *  @param from the words that were read; null where they are accepted and never shown */
    public record OrgAlias(
            String code, List<String> names, @Nullable String from) {}

    /** A form that is not taken for what it may mean.
     *  @param text as it was typed
     *  @param codes needs and situations that it may mean, to be asked about */
    public record Unclear(String text, List<String> codes) {}

    /** Whether nothing was understood. */
    public boolean isNothing() {
        return needs.isEmpty() && situations.isEmpty() && aliases.isEmpty();
    }
}
