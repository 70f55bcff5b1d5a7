"""The least that a page of Streamlit can do: the pages of the course are held against these."""
