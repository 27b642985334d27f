package org.nowrongdoor.directory.vetting;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.WebHostReader;

/** What a vetter has read or heard.
 *  @param sourceUrl where it can be read; null for what was heard
 *  @param asStated the words of the source
 *  @param seenOn when it was read or heard */
@Schema(name = "VettingEvidence")
public record VettingEvidence(
        @Nullable @Size(max = WebHostReader.LONGEST_ADDRESS) @Schema(examples = "https://news.example/2026/partners")
        String sourceUrl,

        @Nullable @Size(max = 500) @Schema(examples = "We meet with local sex workers every month.")
        String asStated,

        @Nullable LocalDate seenOn) {}
