package org.nowrongdoor.search.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.search.index.LanguageTokens;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchLimits;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.taxonomy.language.Languages;

/** The languages of a question that no one knows: they leave out nothing and are asked about. */
final class UnreadLanguages {

    private static final String LANGUAGES = "languages";
    private static final String WITHHELD = "prefer_not_to_say";
    // What is more or longer is refused with its bound.
    private static final int MOST = 30;

    private UnreadLanguages() {}

    static List<SearchPage.Unresolved> of(SearchRequest request) {
        var required = request.require() == null
                ? Stream.<String>of()
                : request.require().languages().stream()
                        .filter(said -> LanguageTokens.asked(said).isEmpty());
        return Stream.concat(required, spoken(request.client()).filter(UnreadLanguages::isUnread))
                .distinct()
                .map(said -> new SearchPage.Unresolved(
                        RequestFaults.shorten(said),
                        SearchPage.Unresolved.LANGUAGE,
                        NearestName.nearest(said, Languages.commonNames()).stream()
                                .flatMap(name -> Languages.codeOf(name).stream()
                                        .map(code -> new SearchPage.Candidate(code, name)))
                                .toList()))
                .toList();
    }

    /** A client without them; silent on languages where none is left. */
    static @Nullable JsonNode without(@Nullable JsonNode client) {
        if (!(client instanceof ObjectNode said) || spoken(said).noneMatch(UnreadLanguages::isUnread)) {
            return client;
        }
        var rest = said.deepCopy();
        var known = rest.arrayNode();
        spoken(said).filter(language -> !isUnread(language)).forEach(known::add);
        rest.set(LANGUAGES, known);
        return known.isEmpty() ? rest.without(LANGUAGES) : rest;
    }

    private static boolean isUnread(String said) {
        return said.length() <= SearchLimits.VALUE_LENGTH
                && !said.equals(WITHHELD)
                && Languages.codeOf(said).isEmpty();
    }

    private static Stream<String> spoken(@Nullable JsonNode client) {
        var said = client == null ? null : client.get(LANGUAGES);
        return said != null
                        && said.isArray()
                        && said.size() <= MOST
                        && StreamSupport.stream(said.spliterator(), false).allMatch(JsonNode::isTextual)
                ? StreamSupport.stream(said.spliterator(), false).map(JsonNode::textValue)
                : Stream.of();
    }
}
