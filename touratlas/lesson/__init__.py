"""The lesson of a tour, for its teacher: paths of 10, 25 and 45 minutes, questions with answers, cards for group work.

Pure values from an atlas and what the audit finds in its articles; a page and two papers are made of them.
"""

from touratlas.lesson.making import lesson_of
from touratlas.lesson.values import Lesson

__all__ = ["Lesson", "lesson_of"]
